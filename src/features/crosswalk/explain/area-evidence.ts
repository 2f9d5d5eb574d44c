import { planarArea } from '../../../geometry/area.js';
import { onPlane } from '../compared-ground.js';
import { confidenceOf } from '../compute/computed-rows.js';
import { isSliver, sliverFloorM2, sliverShare } from '../compute/sliver.js';
import { percent, squareMetres } from '../figures.js';
import type { Wording } from '../wording.js';
import { comparedBy, type ComparedPair, publishedOn } from './compared-pair.js';
import { type AreaEvidence, evidence, type LinkEvidence } from './evidence.js';
import type { CommonArea } from './ports.js';

/** What the outlines of two units tell; null where one of them is not drawn. `commonArea` is asked where no link was published. */
export function areaEvidence(pair: ComparedPair, commonArea: CommonArea): LinkEvidence | null {
  if (comparedBy(pair) !== 'AREA') return null;
  const link = publishedOn(pair, 'AREA');
  const area = groundOf(pair, link?.areaM2 ?? null, commonArea);
  const makesLink = link !== null || (area.commonM2 > 0 && !area.isSliver);
  return evidence('AREA', wording(area), {
    area,
    run: link?.run ?? null,
    ...(makesLink
      ? {
          weight: shareOf(area.commonM2, area.areaOfAM2),
          inverseWeight: shareOf(area.commonM2, area.areaOfBM2),
          confidence: confidenceOf.area,
        }
      : {}),
  });
}

/** The share of `a` that lies in `b`, from the two outlines alone. */
export function replayedArea({ model, a, b }: ComparedPair, commonArea: CommonArea): number {
  const [planarA, planarB] = [onPlane(model, a.rings!), onPlane(model, b.rings!)];
  return shareOf(commonArea(planarA, planarB), planarArea(planarA));
}

function groundOf({ model, a, b }: ComparedPair, publishedM2: number | null, commonArea: CommonArea): AreaEvidence {
  const [planarA, planarB] = [onPlane(model, a.rings!), onPlane(model, b.rings!)];
  const [areaOfAM2, areaOfBM2] = [planarArea(planarA), planarArea(planarB)];
  const commonM2 = publishedM2 ?? commonArea(planarA, planarB);
  return {
    areaOfAM2,
    areaOfBM2,
    commonM2,
    sliverBelowM2: Math.max(sliverFloorM2, sliverShare * Math.min(areaOfAM2, areaOfBM2)),
    isSliver: commonM2 > 0 && isSliver(commonM2, areaOfAM2, areaOfBM2),
  };
}

/** Two outlines of the same ground may differ in the last bit; a share is never more than the whole. */
function shareOf(commonM2: number, wholeM2: number): number {
  return Math.min(1, commonM2 / wholeM2);
}

function wording({ areaOfAM2, areaOfBM2, commonM2, sliverBelowM2, isSliver: cut }: AreaEvidence): Wording {
  const [a, b, common, bound] = [areaOfAM2, areaOfBM2, commonM2, sliverBelowM2].map(squareMetres);
  if (commonM2 === 0)
    return { zh: `两者均有边界（${a}、${b}），无共有土地。`, en: `Both are drawn (${a} and ${b}) and have no ground in common.` };
  if (cut)
    return {
      zh: `共有 ${common}，低于碎片界限 ${bound}，视为制图误差而略去。`,
      en: `They have ${common} in common, below the sliver bound of ${bound}: taken as noise of drawing and left out.`,
    };
  const [share, inverse] = [shareOf(commonM2, areaOfAM2), shareOf(commonM2, areaOfBM2)].map(percent);
  return {
    zh: `共有 ${common}：占 a 的 ${a} 的 ${share}，占 b 的 ${b} 的 ${inverse}。`,
    en: `They have ${common} in common: ${share} of a’s ${a}, ${inverse} of b’s ${b}.`,
  };
}
