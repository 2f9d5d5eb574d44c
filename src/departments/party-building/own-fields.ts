import type { OwnRecord, OwnTable } from '../contract.js';

/** What the party-building office alone says of a branch or a group: columns of `party_branch`. */
export const partyBranchFields = {
  table: 'party_branch',
  fields: [
    {
      column: 'branch_form',
      property: 'branchForm',
      kind: { oneOf: ['BRANCH', 'GROUP'] },
      required: true,
      headerZh: '组织形式',
      labelsZh: { BRANCH: '党支部', GROUP: '党小组' },
    },
    {
      column: 'host',
      property: 'host',
      kind: { oneOf: ['GRID', 'ESTATE'] },
      required: true,
      headerZh: '依托单元',
      labelsZh: { GRID: '网格', ESTATE: '小区' },
    },
    { column: 'established_on', property: 'establishedOn', kind: 'date', required: false, headerZh: '成立日期' },
    { column: 'alliance', property: 'alliance', kind: 'text', required: false, headerZh: '党建联盟' },
    { column: 'activity_site', property: 'activitySite', kind: 'text', required: false, headerZh: '活动阵地' },
    { column: 'last_renewed_on', property: 'lastRenewedOn', kind: 'date', required: false, headerZh: '最近换届日期' },
    { column: 'level_path', property: 'levelPath', kind: 'text', required: false, headerZh: '党组织层级码' },
    { column: 'host_unit', property: 'hostUnit', kind: 'text', required: false, headerZh: '依托单元编号' },
    { column: 'alliance_lead', property: 'allianceLead', kind: 'organisation', required: false, headerZh: '联盟牵头单位代码' },
    { column: 'alliance_members', property: 'allianceMembers', kind: 'int', required: false, headerZh: '联盟成员单位数' },
    { column: 'activity_site_id', property: 'activitySiteId', kind: 'text', required: false, headerZh: '活动阵地编号' },
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
    { column: 'reporting_code', property: 'reportingCode', kind: 'organisation', required: false, headerZh: '报到单位代码' },
    { column: 'claimed_on', property: 'claimedOn', kind: 'date', required: false, headerZh: '认领日期' },
  ],
} as const satisfies OwnTable;

/** One row of `party_matter` beside its key. */
export type PartyMatterOwn = OwnRecord<typeof partyMatterFields>;
