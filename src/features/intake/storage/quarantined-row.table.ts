import { EntitySchema } from 'typeorm';

/** The columns of a row of `quarantined_row`. */
export interface QuarantinedRowColumns {
  readonly id: string;
  readonly runId: string;
  readonly department: string | null;
  readonly file: string;
  /** What the table of the file holds, as `MATTERS` or `UNITS lighthouse/beam`; empty for the city’s own files. */
  readonly part: string;
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly rule: string;
  readonly remedy: string;
  readonly quarantinedAt: Date;
  /** The key of the record that the row speaks of; null where it was not readable or must not be kept. */
  readonly recordKey: string | null;
  /** When a later run had read the row again, or had accepted its record; null while the row is open. */
  readonly clearedAt: Date | null;
  /** The run that cleared it, or is about to. */
  readonly clearedBy: string | null;
}

/** The table `quarantined_row`: rows that were refused, with the rule and the remedy. */
export const quarantinedRowTable = new EntitySchema<QuarantinedRowColumns>({
  name: 'quarantined_row',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    runId: { name: 'run_id', type: 'uuid', foreignKey: { target: 'intake_run', name: 'quarantined_row_run_id_fkey' } },
    department: { type: 'text', nullable: true },
    file: { type: 'text' },
    part: { type: 'text', default: '' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    field: { type: 'text', nullable: true },
    value: { type: 'text', nullable: true },
    rule: { type: 'text' },
    remedy: { type: 'text' },
    quarantinedAt: { name: 'quarantined_at', type: 'timestamptz' },
    recordKey: { name: 'record_key', type: 'text', nullable: true },
    clearedAt: { name: 'cleared_at', type: 'timestamptz', nullable: true },
    clearedBy: {
      name: 'cleared_by',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'intake_run', name: 'quarantined_row_cleared_by_fkey' },
    },
  },
  indices: [
    { name: 'quarantined_row_by_run', columns: ['runId', 'id'] },
    { name: 'quarantined_row_open', columns: ['department', 'id'], where: 'cleared_at is null' },
    { name: 'quarantined_row_open_by_key', columns: ['recordKey'], where: 'cleared_at is null and record_key is not null' },
    { name: 'quarantined_row_by_clearing', columns: ['clearedBy'], where: 'cleared_by is not null' },
  ],
});
