import { urbanStandard } from '../categories/components.js';
import { safetyExtension, safetyStandard } from '../categories/people-matters.js';

/** An item of an office's form; an empty `filledFrom` is told by no report. */
export interface FormItem {
  readonly office: string;
  readonly standard: string;
  readonly category: string;
  readonly form: string;
  readonly key: string;
  readonly label: string;
  readonly filledFrom: string;
  readonly required: boolean;
}

type Item = readonly [key: string, label: string, filledFrom: string, required?: boolean];

const urbanItems: readonly Item[] = [
  ['taskId', '案件编号', 'NUMBER'],
  ['eventTypeCode', '小类代码', 'CATEGORY_CODE'],
  ['description', '问题描述', 'TITLE'],
  ['unitGrid', '单元网格编号', 'OFFICE_GRID'],
  ['x', '经度', 'LONGITUDE'],
  ['y', '纬度', 'LATITUDE'],
  ['reportTime', '上报时间', 'REPORTED_AT'],
  ['source', '问题来源', 'SOURCE'],
];

const governanceItems: readonly Item[] = [
  ['eventName', '事件名称', 'TITLE'],
  ['eventType', '事件类别', 'CATEGORY'],
  ['gridCode', '综治网格编码', 'OFFICE_GRID'],
  ['happenArea', '发生地区划', 'DIVISION'],
  ['happenTime', '发生时间', 'REPORTED_AT'],
  ['scale', '事件规模', '', true],
];

const partyItems: readonly Item[] = [
  ['title', '事项', 'TITLE'],
  ['branchGrid', '网格党支部所在网格', 'OFFICE_GRID'],
  ['when', '收到时间', 'REPORTED_AT'],
  ['channel', '来源', 'SOURCE'],
];

const forms: readonly (readonly [office: string, form: string, items: readonly Item[]])[] = [
  ['urban-management', '城市管理案件登记表', urbanItems],
  ['political-legal', '综治事件登记表', governanceItems],
  ['party-building', '党建网格事项单', partyItems],
];

const asked: readonly (readonly [standard: string, category: string])[] = [
  [urbanStandard, '06'],
  [urbanStandard, '09'],
  [safetyStandard, '07'],
  [safetyExtension, 'X01'],
];

/** The forms that three offices of the sample keep for the same matters: invented, to show what one report fills. */
export function drawOfficeForms(): readonly FormItem[] {
  return asked.flatMap(([standard, category]) =>
    forms.flatMap(([office, form, items]) =>
      items.map(([key, label, filledFrom, required = true]) => ({ office, standard, category, form, key, label, filledFrom, required })),
    ),
  );
}
