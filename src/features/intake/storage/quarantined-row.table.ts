import { EntitySchema } from 'typeorm';

/** The columns of a row of `quarantined_row`. */
export interface QuarantinedRowColumns {
  readonly id: string;
  readonly runId: string;
  readonly department: string | null;
  readonly file: string;
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly rule: string;
  readonly remedy: string;
  readonly quarantinedAt: Date;
}

/** The table `quarantined_row`: rows that were refused, with the rule and the remedy. */
export const quarantinedRowTable = new EntitySchema<QuarantinedRowColumns>({
  name: 'quarantined_row',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    runId: { name: 'run_id', type: 'uuid', foreignKey: { target: 'intake_run', name: 'quarantined_row_run_id_fkey' } },
    department: { type: 'text', nullable: true },
    file: { type: 'text' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    field: { type: 'text', nullable: true },
    value: { type: 'text', nullable: true },
    rule: { type: 'text' },
    remedy: { type: 'text' },
    quarantinedAt: { name: 'quarantined_at', type: 'timestamptz' },
  },
  indices: [{ name: 'quarantined_row_by_run', columns: ['runId', 'id'] }],
});
