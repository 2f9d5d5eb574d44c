import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the office alone says of a health center district: columns of `dohmh_health_center_district`. */
export const dohmhHealthCenterDistrictFields = {
  table: 'dohmh_health_center_district',
  fields: [
    { column: 'boro_code', property: 'boroCode', kind: 'int', required: true, headerZh: '行政区号' },
    { column: 'boro_name', property: 'boroName', kind: 'text', required: true, headerZh: '行政区名' },
    { column: 'shape_area', property: 'shapeArea', kind: 'number', required: true, headerZh: '面积' },
    { column: 'shape_leng', property: 'shapeLeng', kind: 'number', required: true, headerZh: '周长' },
  ],
} as const satisfies OwnTable;

/** One row of `dohmh_health_center_district` beside its key. */
export type DohmhHealthCenterDistrictOwn = OwnRecord<typeof dohmhHealthCenterDistrictFields>;
