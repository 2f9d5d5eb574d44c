import type { GridModel } from '../../grids/index.js';
import { percent } from '../figures.js';
import type { GridLink } from '../link.js';
import type { Wording } from '../wording.js';
import { comparedBy, type ComparedPair } from './compared-pair.js';
import type { LinkEvidence } from './evidence.js';

const order: Wording = {
  zh: '认定先于面积，面积先于楼栋，楼栋先于代码',
  en: 'a declaration comes before area, area before buildings, buildings before codes',
};

const reasons: Readonly<Record<GridLink['basis'], Wording>> = {
  DECLARED: { zh: '已有人工认定', en: 'people in office have declared it' },
  AREA: { zh: '无人工认定，且两者均有边界', en: 'nobody declared otherwise and both are drawn' },
  HOUSEHOLDS: { zh: '所问为住户', en: 'households were asked for' },
  ADDRESS: { zh: '无人工认定，其中一方是楼栋清单', en: 'nobody declared otherwise and one of them is a list of buildings' },
  CODE: {
    zh: '无人工认定，没有可比的边界与楼栋，只有区划代码',
    en: 'nobody declared otherwise, and they have neither outlines nor buildings to compare but division codes',
  },
};

/** Why this basis answers, and with what weight. */
export function whyThisBasis({ basis, weight, inverseWeight }: GridLink, steps: readonly LinkEvidence[]): Wording {
  const [share, inverse] = [percent(weight), percent(inverseWeight)];
  const computed =
    basis === 'DECLARED'
      ? steps.find((step) => step.weight !== null && step.kind !== 'DECLARATION' && step.kind !== 'HOUSEHOLDS')
      : undefined;
  const beside: Wording = computed
    ? { zh: `计算所得为 ${percent(computed.weight!)}。`, en: ` Computed it would be ${percent(computed.weight!)}.` }
    : { zh: '', en: '' };
  return {
    zh: `按 ${basis} 作答，a 的 ${share} 在 b 内，b 的 ${inverse} 在 a 内：${reasons[basis].zh}（${order.zh}）。${beside.zh}`,
    en: `Answered by ${basis}, ${share} of a in b and ${inverse} of b in a: ${reasons[basis].en} (${order.en}).${beside.en}`,
  };
}

/** Why two units of one day have no link. */
export function whyNothing(pair: ComparedPair, steps: readonly LinkEvidence[]): Wording {
  const { a, b, model } = pair;
  if (a.layer === b.layer)
    return { zh: '两者属同一图层；同层单元之间不建关联。', en: 'Both are units of one layer; links join units of different layers only.' };
  if (steps.some(({ kind }) => kind === 'REJECTION'))
    return {
      zh: '有人在职权内否定了这条关联，计算不会使它重现。',
      en: 'A person in office has rejected the link, and no computation brings it back.',
    };
  const wouldLink = steps.find(({ weight, kind }) => weight !== null && kind !== 'HOUSEHOLDS');
  const [row] = model.links.coverageOf(a, [b.layer]);
  if (wouldLink && row?.basis != null && row.basis !== wouldLink.kind)
    return {
      zh: `a 对该图层整行按 ${row.basis} 作答，一行之内不混用依据；指明 basis: ${wouldLink.kind} 即可得到它。`,
      en: `The whole row of a in that layer is answered by ${row.basis}, and bases are not mixed within a row; ask for basis: ${wouldLink.kind} to see it.`,
    };
  if (wouldLink)
    return { zh: '两者应有关联，但对照尚未重新计算。', en: 'The two should be linked, but the crosswalk has not been computed again yet.' };
  return unlinked(pair, steps);
}

function unlinked(pair: ComparedPair, steps: readonly LinkEvidence[]): Wording {
  if (steps.some(({ area }) => area?.isSliver))
    return { zh: '共有土地只是碎片，已略去并计入 omitted。', en: 'What they have in common is a sliver: it is cut and kept in omitted.' };
  const kind = comparedBy(pair);
  if (kind === 'AREA') return { zh: '两者没有共有土地。', en: 'They have no ground in common.' };
  if (kind === 'ADDRESS') return { zh: '两者没有共有楼栋。', en: 'They have no building in common.' };
  return {
    zh: '没有边界、楼栋可比，区划代码也不相连：不猜。',
    en: 'There are neither outlines nor buildings to compare, and the codes do not join them: nothing is guessed.',
  };
}

/** Why nothing is answered where an end is not valid on the day. */
export function notOnThatDay({ at }: GridModel): Wording {
  return {
    zh: `${at} 当天至少一方无效，故无关联；请换一个 at，或用其后继。`,
    en: `On ${at} at least one of them is not valid, so there is no link; ask for another at, or for what took its place.`,
  };
}
