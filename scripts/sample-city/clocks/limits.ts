import { urbanStandard } from '../categories/components.js';
import { safetyStandard } from '../categories/people-matters.js';

/** A row of the sample's table of time limits; empty where a cell is left out. */
export interface SampleLimit {
  readonly clock: string;
  readonly standard: string;
  readonly category: string;
  readonly condition: string;
  readonly conditionZh: string;
  readonly amount: number;
  readonly unit: string;
  readonly document: string;
}

/** The first day on which the sample's limits hold. */
export const limitsSince = '2023-01-01';

const urbanDocument = '示例：仿照某市城市管理案件立案、处置与结案标准';
const commonDocument = '示例：网格事项办理时限规定';

type UrbanLine = readonly [category: string, amount: number, unit: string, condition?: string, conditionZh?: string];

const [days, hours] = ['WORKING_DAYS', 'WORKING_HOURS'];
const [urgentDays, urgentHours] = ['URGENT_WORKING_DAYS', 'URGENT_WORKING_HOURS'];

/** Conditions of manhole covers, which are alike for all of them. */
const covers = ['01001', '01003', '01011'].flatMap((code): readonly UrbanLine[] => [
  [code, 4, hours],
  [code, 2, urgentHours, 'MISSING', '井盖缺失、移位'],
  [code, 4, hours, 'BROKEN', '井盖破损面积大于25平方厘米'],
  [code, 5, days, 'UNEVEN', '井框高差大于2厘米'],
]);

/** Limits by class, by kind, and by condition where a kind has several. */
const urban: readonly UrbanLine[] = [
  ['01', 5, days],
  ...covers,
  ['01011', 1, urgentHours, 'GAS_LEAK', '燃气管道破裂'],
  ['02', 3, days],
  ['02014', 4, hours],
  ['03', 2, days],
  ['04', 5, days],
  ['05', 5, days],
  ['06', 3, days],
  ['06001', 15, days],
  ['06001', 2, urgentDays, 'BUILDING', '正在搭建'],
  ['06001', 15, days, 'BUILT', '已经形成'],
  ['06010', 4, hours],
  ['06012', 2, hours],
  ['06013', 5, days],
  ['06013', 5, days, 'LARGE', '破损面积0.5平方米以上'],
  ['06013', 2, urgentHours, 'COLLAPSE', '路面塌陷'],
  ['07', 3, days],
  ['07001', 1, days],
  ['08', 2, days],
  ['09', 1, days],
  ['09005', 2, urgentHours],
  ['09006', 2, urgentHours],
  ['09012', 2, hours],
  ['10', 3, days],
];

const common: readonly (readonly [clock: string, amount: number, unit: string])[] = [
  ['REVIEW', 1, days],
  ['ACCEPTANCE', 1, days],
  ['HANDLING', 15, days],
  ['FEEDBACK', 3, days],
  ['VERIFICATION', 2, days],
  ['EVALUATION', 5, days],
];

/** General limits of each clock, and those of handling by category and condition. */
export function drawLimits(): readonly SampleLimit[] {
  const everywhere = { standard: '', category: '', condition: '', conditionZh: '' };
  return [
    ...common.map(([clock, amount, unit]) => ({ ...everywhere, clock, amount, unit, document: commonDocument })),
    // 深圳经济特区矛盾纠纷多元化解条例 has 30 days for mediation; the sample borrows the number.
    {
      ...everywhere,
      clock: 'HANDLING',
      standard: safetyStandard,
      category: '07',
      amount: 30,
      unit: 'CALENDAR_DAYS',
      document: commonDocument,
    },
    ...urban.map(([category, amount, unit, condition = '', conditionZh = '']) => ({
      ...{ clock: 'HANDLING', standard: urbanStandard, category, condition, conditionZh, amount, unit },
      document: urbanDocument,
    })),
  ];
}
