import type { OwnRecord, OwnTable } from '../contract.js';

/** What the housing office alone says of an estate: columns of `housing_estate`. */
export const housingEstateFields = {
  table: 'housing_estate',
  fields: [
    { column: 'form', property: 'form', kind: { oneOf: ['OPEN', 'CLOSED', 'OLD'] }, required: true, headerZh: '小区形态' },
    { column: 'owners_committee', property: 'ownersCommittee', kind: 'bool', required: false, headerZh: '有无业委会' },
    { column: 'management_committee', property: 'managementCommittee', kind: 'bool', required: false, headerZh: '有无物管会' },
    { column: 'property_firm', property: 'propertyFirm', kind: 'text', required: false, headerZh: '物业企业' },
    { column: 'built_year', property: 'builtYear', kind: 'int', required: false, headerZh: '建成年份' },
    { column: 'dwellings', property: 'dwellings', kind: 'int', required: false, headerZh: '住宅套数' },
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
  ],
} as const satisfies OwnTable;

/** One row of `housing_matter` beside its key. */
export type HousingMatterOwn = OwnRecord<typeof housingMatterFields>;
