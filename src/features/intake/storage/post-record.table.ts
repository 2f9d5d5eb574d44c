import { EntitySchema } from 'typeorm';

import type { PostRecord } from '../records.js';

/** The columns of a row of `post_record`. */
export interface PostRecordColumns extends PostRecord {
  readonly runId: string;
}

/** The table `post_record` of a front database: the posts of units. */
export const postRecordTable = new EntitySchema<PostRecordColumns>({
  name: 'post_record',
  columns: {
    layerKey: { name: 'layer_key', type: 'text', primary: true },
    localId: { name: 'local_id', type: 'text', primary: true },
    ordinal: { type: 'integer', primary: true },
    kind: { type: 'text' },
    organisationCode: { name: 'organisation_code', type: 'text' },
    dutyLine: { name: 'duty_line', type: 'text', nullable: true },
    vacant: { type: 'boolean' },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
  },
});
