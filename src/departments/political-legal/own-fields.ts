import type { OwnRecord, OwnTable } from '../contract.js';

/** What the political-legal office alone says of a grid: columns of `political_legal_grid`. */
export const politicalLegalGridFields = {
  table: 'political_legal_grid',
  fields: [
    { column: 'grid_kind', property: 'gridKind', kind: { oneOf: ['BASIC', 'SPECIAL'] }, required: true, headerZh: '网格类型' },
    { column: 'centre', property: 'centre', kind: 'text', required: false, headerZh: '综治中心' },
    { column: 'mediation_room', property: 'mediationRoom', kind: 'text', required: false, headerZh: '调解室' },
    { column: 'patrol_interval_days', property: 'patrolIntervalDays', kind: 'int', required: false, headerZh: '巡查间隔天数' },
    { column: 'building_count', property: 'buildingCount', kind: 'int', required: false, headerZh: '楼栋数' },
  ],
} as const satisfies OwnTable;

/** One row of `political_legal_grid` beside its key. */
export type PoliticalLegalGridOwn = OwnRecord<typeof politicalLegalGridFields>;

/** What the political-legal office alone says of a matter: columns of `political_legal_matter`. */
export const politicalLegalMatterFields = {
  table: 'political_legal_matter',
  fields: [
    { column: 'dispute_kind', property: 'disputeKind', kind: 'text', required: false, headerZh: '纠纷类型' },
    { column: 'mediation_stage', property: 'mediationStage', kind: 'text', required: false, headerZh: '调解阶段' },
    { column: 'urgency', property: 'urgency', kind: { oneOf: ['NORMAL', 'URGENT', 'SUPERVISED'] }, required: false, headerZh: '缓急程度' },
  ],
} as const satisfies OwnTable;

/** One row of `political_legal_matter` beside its key. */
export type PoliticalLegalMatterOwn = OwnRecord<typeof politicalLegalMatterFields>;
