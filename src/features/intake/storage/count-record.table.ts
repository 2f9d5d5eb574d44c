import { EntitySchema } from 'typeorm';

import type { CountRecord } from '../records.js';

/** The columns of a row of `count_record`. */
export interface CountRecordColumns extends CountRecord {
  readonly runId: string;
}

/** The table `count_record` of a front database: numbers of people and dwellings by unit. */
export const countRecordTable = new EntitySchema<CountRecordColumns>({
  name: 'count_record',
  columns: {
    layerKey: { name: 'layer_key', type: 'text', primary: true },
    localId: { name: 'local_id', type: 'text', primary: true },
    measure: { type: 'text', primary: true },
    value: { type: 'integer', nullable: true },
    asOf: { name: 'as_of', type: 'date' },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
  },
});
