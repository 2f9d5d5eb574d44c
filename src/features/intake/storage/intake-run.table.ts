import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';

/** The columns of a row of `intake_run`. */
export interface IntakeRunColumns {
  readonly uuid: string;
  /** Null for the city’s own files. */
  readonly department: string | null;
  readonly pack: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly state: 'RUNNING' | 'DONE' | 'FAILED';
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsQuarantined: number;
  readonly message: string | null;
  /** Boundaries that were accepted after a repair or without rings of no ground. */
  readonly boundariesRepaired: number;
  /** Remarks on layers that were accepted all the same. */
  readonly findings: number;
  /** The office’s file that was read; null where it was a pack. */
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly fileBytes: string | null;
  readonly fileFormat: string | null;
  readonly fileEncoding: string | null;
  /** Accepted rows that were older than what is held, and so were not taken over. */
  readonly rowsOlder: number;
}

/** The table `intake_run`: every reading of an office’s, or the city’s, files. */
export const intakeRunTable = new EntitySchema<IntakeRunColumns>({
  name: 'intake_run',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    department: { type: 'text', nullable: true },
    pack: { type: 'text' },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    state: { type: 'text' },
    rowsRead: { name: 'rows_read', type: 'integer', default: 0 },
    rowsAccepted: { name: 'rows_accepted', type: 'integer', default: 0 },
    rowsQuarantined: { name: 'rows_quarantined', type: 'integer', default: 0 },
    message: { type: 'text', nullable: true },
    boundariesRepaired: { name: 'boundaries_repaired', type: 'integer', default: 0 },
    findings: { type: 'integer', default: 0 },
    fileName: { name: 'file_name', type: 'text', nullable: true },
    fileSha256: { name: 'file_sha256', type: 'text', nullable: true },
    fileBytes: { name: 'file_bytes', type: 'bigint', nullable: true },
    fileFormat: { name: 'file_format', type: 'text', nullable: true },
    fileEncoding: { name: 'file_encoding', type: 'text', nullable: true },
    rowsOlder: { name: 'rows_older', type: 'integer', default: 0 },
  },
  checks: [{ name: 'intake_run_state_check', expression: oneOf('state', ['RUNNING', 'DONE', 'FAILED']) }],
});
