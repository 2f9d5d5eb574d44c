import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the office alone says of a precinct: columns of `nypd_precinct`. */
export const nypdPrecinctFields = {
  table: 'nypd_precinct',
  fields: [
    { column: 'shape_area', property: 'shapeArea', kind: 'number', required: true, headerZh: '面积' },
    { column: 'shape_leng', property: 'shapeLeng', kind: 'number', required: true, headerZh: '周长' },
  ],
} as const satisfies OwnTable;

/** One row of `nypd_precinct` beside its key. */
export type NypdPrecinctOwn = OwnRecord<typeof nypdPrecinctFields>;
