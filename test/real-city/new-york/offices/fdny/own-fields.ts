import type { OwnRecord, OwnTable } from '../../../../../src/departments/contract.js';

/** What the office alone says of a battalion: columns of `fdny_battalion`. */
export const fdnyBattalionFields = {
  table: 'fdny_battalion',
  fields: [
    { column: 'shape_area', property: 'shapeArea', kind: 'number', required: true, headerZh: '面积' },
    { column: 'shape_leng', property: 'shapeLeng', kind: 'number', required: true, headerZh: '周长' },
  ],
} as const satisfies OwnTable;

/** One row of `fdny_battalion` beside its key. */
export type FdnyBattalionOwn = OwnRecord<typeof fdnyBattalionFields>;
