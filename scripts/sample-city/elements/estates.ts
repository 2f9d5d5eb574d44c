import { opaqueDigits } from '../bodies/opaque-code.js';
import type { Ground } from '../ground/community.js';
import { seededRandom } from '../seeded-random.js';
import { shareOut } from '../share-out.js';
import type { Estate } from './estate.js';
import { placeEstates } from './place-estates.js';

const heads = [
  '瓷都',
  '御窑',
  '昌南',
  '莲花',
  '金鼎',
  '翠云',
  '锦绣',
  '瓷苑',
  '沁园',
  '陶阳',
  '三宝',
  '浮桥',
  '东方',
  '天和',
  '玉兰',
  '枫林',
  '紫晶',
  '观江',
  '书香',
  '明珠',
  '广场',
  '梧桐',
  '碧水',
  '凤凰',
];
const tails = ['花园', '小区', '新村', '家园', '雅苑', '华府', '名邸', '里', '公馆', '宿舍'];

/** What the city reports of its estates; the issue that asked for the sample names the same figures. */
export const estateFigures = { estates: 639, ownersCommittees: 125, managementCommittees: 110 } as const;

/** The city's 639 estates; 125 have an owners' committee (业委会), 110 others a management committee (物管会). */
export function drawEstates({ communities, counties }: Ground, propertyFirms: readonly string[]): readonly Estate[] {
  const urban = communities.filter(({ isUrban }) => isUrban);
  const counts = shareOut({ total: estateFigures.estates, masses: urban.map(({ builtRadiusM }) => builtRadiusM ** 2), least: 1 });
  const grounds = placeEstates(urban, counts, counties);
  const random = seededRandom('estate-facts');
  const names = estateNames(grounds.length);
  const rank = shuffledRanks(grounds.length);
  return grounds.map((ground, i) => {
    const form = random.pick(['OLD', 'OLD', 'OPEN', 'CLOSED', 'CLOSED'] as const);
    return {
      ...ground,
      localId: `00${opaqueDigits(`estate/${i}`, 7)}`,
      name: names[i]!,
      form,
      ownersCommittee: rank[i]! < estateFigures.ownersCommittees,
      managementCommittee:
        rank[i]! >= estateFigures.ownersCommittees && rank[i]! < estateFigures.ownersCommittees + estateFigures.managementCommittees,
      propertyFirm: form === 'OLD' && random.chance(0.5) ? '' : random.pick(propertyFirms),
      builtYear: form === 'OLD' ? random.whole(1982, 2000) : random.whole(2001, 2022),
    };
  });
}

/** Names that do not repeat: 24 × 10 pairs, then the same with a phase (期). */
function estateNames(count: number): readonly string[] {
  const pairs = heads.flatMap((head) => tails.map((tail) => head + tail));
  const phases = ['', '二期', '三期', '四期'];
  return Array.from({ length: count }, (_, i) => pairs[(i * 7) % pairs.length]! + phases[Math.floor(i / pairs.length)]!);
}

function shuffledRanks(count: number): readonly number[] {
  const random = seededRandom('estate-committees');
  const order = Array.from({ length: count }, (_, i) => ({ i, key: random.next() })).sort((a, b) => a.key - b.key);
  const ranks = new Array<number>(count);
  order.forEach(({ i }, rank) => (ranks[i] = rank));
  return ranks;
}
