import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the office alone says of a school district: columns of `doe_school_district`. */
export const doeSchoolDistrictFields = {
  table: 'doe_school_district',
  fields: [
    { column: 'shape_area', property: 'shapeArea', kind: 'number', required: true, headerZh: '面积' },
    { column: 'shape_leng', property: 'shapeLeng', kind: 'number', required: true, headerZh: '周长' },
  ],
} as const satisfies OwnTable;

/** One row of `doe_school_district` beside its key. */
export type DoeSchoolDistrictOwn = OwnRecord<typeof doeSchoolDistrictFields>;
