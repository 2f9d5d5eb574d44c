import type { OwnRecord, OwnTable } from '../contract.js';

/** What the urban-management office alone says of a grid: columns of `urban_grid`. */
export const urbanGridFields = {
  table: 'urban_grid',
  fields: [
    { column: 'land_use', property: 'landUse', kind: 'text', required: false, headerZh: '用地性质' },
    { column: 'management_grade', property: 'managementGrade', kind: 'int', required: false, headerZh: '管理等级' },
    { column: 'surveyed_on', property: 'surveyedOn', kind: 'date', required: false, headerZh: '测绘日期' },
    { column: 'collector_shift', property: 'collectorShift', kind: 'text', required: false, headerZh: '采集班次' },
    { column: 'code_generation', property: 'codeGeneration', kind: 'text', required: false, headerZh: '编码标准' },
    { column: 'stated_area_m2', property: 'statedAreaM2', kind: 'number', required: false, headerZh: '登记面积' },
  ],
} as const satisfies OwnTable;

/** One row of `urban_grid` beside its key. */
export type UrbanGridOwn = OwnRecord<typeof urbanGridFields>;

/** What the urban-management office alone says of a matter: columns of `urban_matter`. */
export const urbanMatterFields = {
  table: 'urban_matter',
  fields: [
    { column: 'filing_condition', property: 'filingCondition', kind: 'text', required: false, headerZh: '立案条件' },
    { column: 'time_limit', property: 'timeLimit', kind: 'text', required: false, headerZh: '处置时限' },
    { column: 'former_code', property: 'formerCode', kind: 'text', required: false, headerZh: '旧标准代码' },
    { column: 'department_code', property: 'departmentCode', kind: 'organisation', required: false, headerZh: '主管部门代码' },
    { column: 'component_id', property: 'componentId', kind: 'text', required: false, headerZh: '部件标识码' },
  ],
} as const satisfies OwnTable;

/** One row of `urban_matter` beside its key. */
export type UrbanMatterOwn = OwnRecord<typeof urbanMatterFields>;
