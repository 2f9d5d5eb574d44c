import type { OwnRecord, OwnTable } from '../contract.js';

/** What the civil-affairs office alone says of a community: columns of `civil_community`. */
export const civilCommunityFields = {
  table: 'civil_community',
  fields: [
    { column: 'community_code', property: 'communityCode', kind: 'text', required: true, headerZh: '社区代码' },
    {
      column: 'community_type',
      property: 'communityType',
      kind: { oneOf: ['OPEN_ESTATE', 'CLOSED_ESTATE', 'VILLAGE_TURNED', 'URBAN_RURAL_FRINGE', 'COUNTY_TOWN'] },
      required: false,
      headerZh: '社区类型',
      labelsZh: {
        OPEN_ESTATE: '开放小区型',
        CLOSED_ESTATE: '封闭小区型',
        VILLAGE_TURNED: '村改居型',
        URBAN_RURAL_FRINGE: '城乡结合部型',
        COUNTY_TOWN: '县城城镇型',
      },
    },
    { column: 'term_ends_on', property: 'termEndsOn', kind: 'date', required: false, headerZh: '本届届满日期' },
    { column: 'service_station', property: 'serviceStation', kind: 'text', required: false, headerZh: '服务站' },
    { column: 'committee_seats', property: 'committeeSeats', kind: 'int', required: false, headerZh: '委员会职数' },
    {
      column: 'committee_kind',
      property: 'committeeKind',
      kind: { oneOf: ['RESIDENTS', 'VILLAGERS'] },
      required: false,
      headerZh: '委员会类型',
      labelsZh: { RESIDENTS: '居委会', VILLAGERS: '村委会' },
    },
    { column: 'term_number', property: 'termNumber', kind: 'int', required: false, headerZh: '届次' },
    { column: 'term_started_on', property: 'termStartedOn', kind: 'date', required: false, headerZh: '本届起始日期' },
    { column: 'service_items', property: 'serviceItems', kind: 'text', required: false, headerZh: '服务事项清单' },
  ],
} as const satisfies OwnTable;

/** One row of `civil_community` beside its key. */
export type CivilCommunityOwn = OwnRecord<typeof civilCommunityFields>;

/** What the civil-affairs office alone says of a matter: columns of `civil_matter`. */
export const civilMatterFields = {
  table: 'civil_matter',
  fields: [
    {
      column: 'assistance_kind',
      property: 'assistanceKind',
      kind: {
        oneOf: [
          'MINIMUM_LIVING',
          'EXTREME_HARDSHIP',
          'TEMPORARY',
          'ELDERLY_SERVICE',
          'DISABLED_ALLOWANCE',
          'CHILD_PROTECTION',
          'OLD_AGE_ALLOWANCE',
          'OTHER',
        ],
      },
      required: false,
      headerZh: '救助类别',
      labelsZh: {
        MINIMUM_LIVING: '最低生活保障',
        EXTREME_HARDSHIP: '特困人员供养',
        TEMPORARY: '临时救助',
        ELDERLY_SERVICE: '养老服务',
        DISABLED_ALLOWANCE: '残疾人两项补贴',
        CHILD_PROTECTION: '困境儿童保障',
        OLD_AGE_ALLOWANCE: '高龄津贴',
        OTHER: '其他',
      },
    },
    { column: 'service_item', property: 'serviceItem', kind: 'text', required: false, headerZh: '服务事项' },
    {
      column: 'application',
      property: 'application',
      kind: { oneOf: ['NEW', 'REVIEW', 'CHANGE', 'QUESTION'] },
      required: false,
      headerZh: '办理类型',
      labelsZh: { NEW: '新申请', REVIEW: '复核', CHANGE: '变更', QUESTION: '咨询' },
    },
    { column: 'delegated', property: 'delegated', kind: 'bool', required: false, headerZh: '是否帮办代办' },
  ],
} as const satisfies OwnTable;

/** One row of `civil_matter` beside its key. */
export type CivilMatterOwn = OwnRecord<typeof civilMatterFields>;
