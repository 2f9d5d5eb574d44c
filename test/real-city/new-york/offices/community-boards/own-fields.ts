import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the office alone says of a community district: columns of `community_district`. */
export const communityDistrictFields = {
  table: 'community_district',
  fields: [
    { column: 'shape_area', property: 'shapeArea', kind: 'number', required: true, headerZh: '面积' },
    { column: 'shape_leng', property: 'shapeLeng', kind: 'number', required: true, headerZh: '周长' },
  ],
} as const satisfies OwnTable;

/** One row of `community_district` beside its key. */
export type CommunityDistrictOwn = OwnRecord<typeof communityDistrictFields>;
