import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type FeedKind, type FileProgress, progressStates } from '../ports.js';

/** The columns of a row of `file_progress`. */
export interface FileProgressColumns extends FileProgress {
  /** The fingerprint of file, table and how it was read. */
  readonly fileKey: string;
  readonly kind: FeedKind;
  readonly notedAt: Date;
}

/** The table `file_progress` of a front database: how far each table of an office's files has been taken. */
export const fileProgressTable = new EntitySchema<FileProgressColumns>({
  name: 'file_progress',
  columns: {
    fileKey: { name: 'file_key', type: 'text', primary: true },
    kind: { type: 'text' },
    runId: { name: 'run_id', type: 'uuid' },
    state: { type: 'text' },
    rowsTaken: { name: 'rows_taken', type: 'integer' },
    totals: { type: 'jsonb' },
    notedAt: { name: 'noted_at', type: 'timestamptz' },
  },
  checks: [{ name: 'file_progress_state_check', expression: oneOf('state', progressStates) }],
});
