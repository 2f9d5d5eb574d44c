import { urbanStandard } from '../categories/components.js';
import { housingStandard, partyStandard, safetyExtension, safetyStandard } from '../categories/people-matters.js';
import type { Division } from '../ground/division.js';
import type { OrganisationBook } from './organisation-book.js';

/** A line of one of the lists that govern; empty texts stand for nothing. */
export interface ListLine {
  readonly list: 'ADMISSION' | 'WHISTLE' | 'DUTY';
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly publishedBy: string;
  readonly standard: string;
  readonly category: string;
  readonly division: string;
  readonly organisation: string;
  readonly task: string;
  readonly temporary: boolean;
  readonly validFrom: string;
  readonly validTo: string;
}

type Edition = Pick<ListLine, 'list' | 'edition' | 'effectiveFrom' | 'publishedBy'>;
type Admitted = readonly [standard: string, category: string, role: string, task: string];

const city = '360200';
const since = '2025-01-01';
const first: Edition = { list: 'ADMISSION', edition: '1', effectiveFrom: since, publishedBy: '示例：网格事项准入清单（第1版）' };
const second: Edition = { list: 'ADMISSION', edition: '2', effectiveFrom: '2026-01-01', publishedBy: '示例：网格事项准入清单（第2版）' };
const whistleEdition: Edition = { list: 'WHISTLE', edition: '1', effectiveFrom: since, publishedBy: '示例：“吹哨”事项清单（第1版）' };
const dutyEdition: Edition = { list: 'DUTY', edition: '1', effectiveFrom: since, publishedBy: '示例：“报到”职责清单（第1版）' };

/** Classes of matters that grid staff look for; what is in no class here is not theirs. */
const admitted: readonly Admitted[] = [
  ...['01', '02', '03', '04', '05'].map((code): Admitted => [urbanStandard, code, 'urban-management', '巡查时发现设施异常，拍照上报']),
  ...['06', '07'].map((code): Admitted => [urbanStandard, code, 'urban-management', '巡查发现、现场劝导，不能当场解决的上报']),
  [urbanStandard, '09', 'urban-management', '发现后劝导，拒不改正的上报'],
  [safetyStandard, '01', 'political-legal', '按要求走访、登记网格底数'],
  [safetyStandard, '05', 'social-work', '掌握网格内组织底数'],
  ...['06', '08', '09'].map((code): Admitted => [safetyStandard, code, 'political-legal', '巡防中发现隐患即报']),
  [safetyStandard, '07', 'justice', '排查矛盾纠纷，先行调解，调解不成的上报'],
  ...['X01', 'X02', 'X04'].map((code): Admitted => [safetyExtension, code, 'political-legal', '发现即报，能当场消除的当场消除']),
  ...['01', '02', '03', '04'].map((code): Admitted => [partyStandard, code, 'party-building', '收集需求，对接报到单位']),
  ...['01', '02', '03', '05', '06'].map((code): Admitted => [housingStandard, code, 'housing', '收集居民反映，上报小区问题']),
];

const addedLater: readonly Admitted[] = [[urbanStandard, '08', 'urban-management', '发现工地扰民、占道、扬尘即报']];

/** What one department alone does not settle: category, role that leads, role that helps. */
const whistled: readonly (readonly [standard: string, category: string, leads: string, helps: string])[] = [
  [urbanStandard, '06026', 'ecology', 'water'],
  [urbanStandard, '06027', 'ecology', 'urban-management'],
  [urbanStandard, '06028', 'ecology', 'police'],
  [urbanStandard, '08001', 'ecology', 'housing'],
  [urbanStandard, '09012', 'fire', 'police'],
  [safetyExtension, 'X01', 'fire', 'emergency'],
  [safetyExtension, 'X02', 'fire', 'housing'],
];

/** The sample's lists: two editions of the admission list, one of the whistle list, one of the duty list. Their documents are examples. */
export function drawGoverningLists(divisions: readonly Division[], book: OrganisationBook): readonly ListLine[] {
  const office = (role: string): string => book.at(role, city).code;
  const admission = (edition: Edition, lines: readonly Admitted[]): readonly ListLine[] =>
    lines.map(([standard, category, role, task]) => line(edition, { standard, category, task, organisation: office(role) }));
  return [
    ...admission(first, admitted),
    ...admission(second, [...admitted, ...addedLater]),
    line(second, {
      ...{ standard: safetyExtension, category: 'X03', task: '入户宣传反诈，不登记个人信息', organisation: office('police') },
      ...{ temporary: true, validFrom: '2026-01-01', validTo: '2028-01-01' },
    }),
    ...whistled.map(([standard, category]) => line(whistleEdition, { standard, category, task: '涉及多个部门，由乡镇（街道）吹哨召集' })),
    ...divisions.flatMap((division) => dutyLines(division, book)),
  ];
}

/** Three levels answer for cooking fumes, as in the case of the sources: the county's ecology, the township, the community. */
function dutyLines({ level, code, kind }: Division, book: OrganisationBook): readonly ListLine[] {
  const duty = (standard: string, category: string, role: string, task: string): ListLine =>
    line(dutyEdition, { standard, category, task, division: code, organisation: book.at(role, code).code });
  if (level === 'COUNTY') {
    return whistled.flatMap(([standard, category, leads, helps]) => [
      duty(standard, category, leads, '牵头处置，依法查处'),
      duty(standard, category, helps, '配合处置'),
    ]);
  }
  if (level === 'TOWNSHIP') {
    return whistled.map(([standard, category]) => duty(standard, category, 'government', '组织联动处置小组，协调现场'));
  }
  if (level !== 'COMMUNITY' || kind !== 'RESIDENTS') return [];
  return [duty(urbanStandard, '06027', 'committee', '网格员劝导、复查、回访')];
}

function line(edition: Edition, said: Pick<ListLine, 'standard' | 'category' | 'task'> & Partial<ListLine>): ListLine {
  return { ...{ division: '', organisation: '', temporary: false, validFrom: since, validTo: '' }, ...edition, ...said };
}
