import { planarArea } from '../../../geometry/area.js';
import type { GridUnit } from '../../grids/index.js';
import { onPlane } from '../compared-ground.js';
import { codeLinks, type CodeSide } from '../compute/code-links.js';
import { confidenceOf, type LinkRow } from '../compute/computed-rows.js';
import { type DivisionAncestry, divisionAncestry } from '../compute/division-ancestry.js';
import { percent } from '../figures.js';
import type { CityModel } from '../model/link-table.js';
import type { Wording } from '../wording.js';
import { comparedBy, type ComparedPair, crosswalkUnit, publishedOn } from './compared-pair.js';
import { type CodeEvidence, evidence, type LinkEvidence } from './evidence.js';

/** What the division codes of two units tell; null where something better compares them. The rule is applied anew to both layers. */
export function codeEvidence(pair: ComparedPair): LinkEvidence | null {
  if (comparedBy(pair) !== 'CODE') return null;
  const ancestry = ancestryOf(pair.model);
  const link = linkByCode(pair, ancestry);
  const code: CodeEvidence = {
    chainOfA: chainOf(pair.a, ancestry),
    chainOfB: chainOf(pair.b, ancestry),
    rule: link && (link.confidence === confidenceOf.codeByArea ? 'SHARE_OF_GROUND' : 'EQUAL_SHARES'),
  };
  return evidence('CODE', wording(pair, code, link), {
    code,
    run: publishedOn(pair, 'CODE')?.run ?? null,
    ...(link ? { weight: link.weight, inverseWeight: link.inverseWeight, confidence: link.confidence } : {}),
  });
}

function ancestryOf({ divisions, city }: CityModel): DivisionAncestry {
  const parents = divisions.all().flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const]));
  return divisionAncestry({ divisionParents: new Map(parents), divisionScheme: city.divisionScheme });
}

function chainOf({ divisionCode }: GridUnit, ancestry: DivisionAncestry): readonly string[] {
  return divisionCode === null ? [] : ancestry(divisionCode);
}

function linkByCode({ model, a, b }: ComparedPair, ancestry: DivisionAncestry): LinkRow | null {
  const [unitsA, unitsB] = [model.unitsOf(a.layer.key), model.unitsOf(b.layer.key)];
  const { links } = codeLinks(sideOf(model, unitsA, 0), sideOf(model, unitsB, 1), ancestry);
  return links.find(({ source, target }) => unitsA[source.unit] === a && unitsB[target.unit] === b) ?? null;
}

function sideOf(model: CityModel, units: readonly GridUnit[], position: number): CodeSide {
  const areaM2 = (unit: number): number | null => {
    const { rings } = units[unit]!;
    return rings && planarArea(onPlane(model, rings));
  };
  return { position, layer: { partition: units[0]!.layer.partition, units: units.map(crosswalkUnit) }, areaM2 };
}

function wording({ a, b }: ComparedPair, { rule }: CodeEvidence, link: LinkRow | null): Wording {
  const [codeA, codeB] = [a.divisionCode ?? '–', b.divisionCode ?? '–'];
  if (!link)
    return {
      zh: `至少一方无边界，区划代码 ${codeA} 与 ${codeB} 也不能互相包含。`,
      en: `At least one of them is not drawn, and neither of the division codes ${codeA} and ${codeB} leads into the other’s unit.`,
    };
  const [share, inverse] = [percent(link.weight), percent(link.inverseWeight)];
  const how =
    rule === 'SHARE_OF_GROUND'
      ? { zh: '按同一单元内各成员的面积分摊', en: 'by the ground of all members' }
      : { zh: '由各成员均分', en: 'in equal shares among its members' };
  return {
    zh: `按区划代码 ${codeA} 与 ${codeB}：a 的 ${share} 属于 b，b 的 ${inverse} 属于 a（${how.zh}）。`,
    en: `By the division codes ${codeA} and ${codeB}, ${share} of a belongs to b and ${inverse} of b to a (shared ${how.en}).`,
  };
}
