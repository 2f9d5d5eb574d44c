import type { OwnRecord, OwnTable } from '../contract.js';

/** What the housing office alone says of an estate: columns of `housing_estate`. */
export const housingEstateFields = {
  table: 'housing_estate',
  fields: [
    {
      column: 'form',
      property: 'form',
      kind: { oneOf: ['OPEN', 'CLOSED', 'OLD'] },
      required: true,
      headerZh: '小区形态',
      labelsZh: { OPEN: '开放式', CLOSED: '封闭式', OLD: '老旧' },
    },
    { column: 'owners_committee', property: 'ownersCommittee', kind: 'bool', required: false, headerZh: '有无业委会' },
    { column: 'management_committee', property: 'managementCommittee', kind: 'bool', required: false, headerZh: '有无物管会' },
    { column: 'property_firm', property: 'propertyFirm', kind: 'text', required: false, headerZh: '物业企业' },
    { column: 'built_year', property: 'builtYear', kind: 'int', required: false, headerZh: '建成年份' },
    { column: 'dwellings', property: 'dwellings', kind: 'int', required: false, headerZh: '住宅套数' },
    { column: 'property_firm_code', property: 'propertyFirmCode', kind: 'organisation', required: false, headerZh: '物业企业代码' },
    { column: 'committee_term_ends_on', property: 'committeeTermEndsOn', kind: 'date', required: false, headerZh: '业委会届满日期' },
    {
      column: 'maintenance_fund',
      property: 'maintenanceFund',
      kind: { oneOf: ['NONE', 'COLLECTED', 'IN_USE', 'TO_BE_RENEWED'] },
      required: false,
      headerZh: '维修资金状态',
      labelsZh: { NONE: '未建立', COLLECTED: '已归集', IN_USE: '使用中', TO_BE_RENEWED: '待续筹' },
    },
    { column: 'building_count', property: 'buildingCount', kind: 'int', required: false, headerZh: '楼栋数' },
    {
      column: 'renovation_stage',
      property: 'renovationStage',
      kind: { oneOf: ['NOT_PLANNED', 'PLANNED', 'UNDER_WAY', 'DONE'] },
      required: false,
      headerZh: '改造阶段',
      labelsZh: { NOT_PLANNED: '未列入', PLANNED: '已列入计划', UNDER_WAY: '改造中', DONE: '已完成' },
    },
  ],
} as const satisfies OwnTable;

/** One row of `housing_estate` beside its key. */
export type HousingEstateOwn = OwnRecord<typeof housingEstateFields>;

/** What the housing office alone says of a matter: columns of `housing_matter`. */
export const housingMatterFields = {
  table: 'housing_matter',
  fields: [
    { column: 'estate_local_id', property: 'estateLocalId', kind: 'text', required: false, headerZh: '小区编号' },
    { column: 'repair_fund', property: 'repairFund', kind: 'bool', required: false, headerZh: '是否动用维修资金' },
    { column: 'building_code', property: 'buildingCode', kind: 'text', required: false, headerZh: '楼栋编号' },
    { column: 'firm_code', property: 'firmCode', kind: 'organisation', required: false, headerZh: '物业企业代码' },
  ],
} as const satisfies OwnTable;

/** One row of `housing_matter` beside its key. */
export type HousingMatterOwn = OwnRecord<typeof housingMatterFields>;
