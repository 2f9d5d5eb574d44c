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
    },
    { column: 'term_ends_on', property: 'termEndsOn', kind: 'date', required: false, headerZh: '本届届满日期' },
    { column: 'service_station', property: 'serviceStation', kind: 'text', required: false, headerZh: '服务站' },
    { column: 'committee_seats', property: 'committeeSeats', kind: 'int', required: false, headerZh: '委员会职数' },
  ],
} as const satisfies OwnTable;

/** One row of `civil_community` beside its key. */
export type CivilCommunityOwn = OwnRecord<typeof civilCommunityFields>;

/** What the civil-affairs office alone says of a matter: columns of `civil_matter`. */
export const civilMatterFields = {
  table: 'civil_matter',
  fields: [
    { column: 'assistance_kind', property: 'assistanceKind', kind: 'text', required: false, headerZh: '救助类别' },
    { column: 'service_item', property: 'serviceItem', kind: 'text', required: false, headerZh: '服务事项' },
  ],
} as const satisfies OwnTable;

/** One row of `civil_matter` beside its key. */
export type CivilMatterOwn = OwnRecord<typeof civilMatterFields>;
