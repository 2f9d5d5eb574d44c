import type { OwnRecord, OwnTable } from '../contract.js';

/** What the party-building office alone says of a branch or a group: columns of `party_branch`. */
export const partyBranchFields = {
  table: 'party_branch',
  fields: [
    { column: 'branch_form', property: 'branchForm', kind: { oneOf: ['BRANCH', 'GROUP'] }, required: true, headerZh: '组织形式' },
    { column: 'host', property: 'host', kind: { oneOf: ['GRID', 'ESTATE'] }, required: true, headerZh: '依托单元' },
    { column: 'established_on', property: 'establishedOn', kind: 'date', required: false, headerZh: '成立日期' },
    { column: 'alliance', property: 'alliance', kind: 'text', required: false, headerZh: '党建联盟' },
    { column: 'activity_site', property: 'activitySite', kind: 'text', required: false, headerZh: '活动阵地' },
    { column: 'last_renewed_on', property: 'lastRenewedOn', kind: 'date', required: false, headerZh: '最近换届日期' },
  ],
} as const satisfies OwnTable;

/** One row of `party_branch` beside its key. */
export type PartyBranchOwn = OwnRecord<typeof partyBranchFields>;

/** What the party-building office alone says of a matter: columns of `party_matter`. */
export const partyMatterFields = {
  table: 'party_matter',
  fields: [
    { column: 'service_list', property: 'serviceList', kind: 'text', required: false, headerZh: '服务清单' },
    { column: 'reporting_unit', property: 'reportingUnit', kind: 'text', required: false, headerZh: '报到单位' },
  ],
} as const satisfies OwnTable;

/** One row of `party_matter` beside its key. */
export type PartyMatterOwn = OwnRecord<typeof partyMatterFields>;
