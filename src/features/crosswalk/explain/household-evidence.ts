import { percent } from '../figures.js';
import { type ComparedPair, publishedOn } from './compared-pair.js';
import { evidence, type HouseholdEvidence, type LinkEvidence } from './evidence.js';

/** What the households of two units tell, office by office in the order of their codes; null where no link was published by them. */
export function householdEvidence(pair: ComparedPair): LinkEvidence | null {
  const link = publishedOn(pair, 'HOUSEHOLDS');
  if (!link) return null;
  const households = Object.entries(link.householdCounts ?? {})
    .map(([department, [common, ofA, ofB]]): HouseholdEvidence => ({ department, common, ofA, ofB }))
    .sort((one, other) => (one.department < other.department ? -1 : 1));
  const share = percent(link.weight);
  const counts = households.map(({ department, common, ofA, ofB }) => `${department}: ${common} / ${ofA} / ${ofB}`).join('; ');
  return evidence(
    'HOUSEHOLDS',
    {
      zh: `共有住户占 a 的 ${share}（共有/a/b：${counts || '无分部门数'}）；只在指明 basis: HOUSEHOLDS 时作答。`,
      en: `${share} of a’s households are in both (in common/of a/of b: ${counts || 'no counts by office'}); answered only where basis: HOUSEHOLDS is asked for.`,
    },
    { households, weight: link.weight, inverseWeight: link.inverseWeight, confidence: link.confidence, run: link.run },
  );
}
