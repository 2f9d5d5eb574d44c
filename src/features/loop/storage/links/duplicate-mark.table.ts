import { EntitySchema } from 'typeorm';

/** The columns of the one row of `duplicate_mark`. */
export interface DuplicateMarkColumns {
  readonly single: true;
  /** Of the event log; the driver gives it as text. */
  readonly position: string;
}

/** The table `duplicate_mark`: up to which position of the event log new matters were searched for duplicates. */
export const duplicateMarkTable = new EntitySchema<DuplicateMarkColumns>({
  name: 'duplicate_mark',
  columns: {
    single: { type: 'boolean', primary: true, default: true },
    position: { type: 'bigint' },
  },
  checks: [{ name: 'duplicate_mark_single_check', expression: 'single' }],
});
