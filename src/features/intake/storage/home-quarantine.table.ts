import { EntitySchema } from 'typeorm';

/** The columns of a row of `home_quarantine`. */
export interface HomeQuarantineColumns {
  readonly id: string;
  readonly runId: string;
  readonly file: string;
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly rule: string;
  readonly remedy: string;
  /** Null for rows of before this was kept. */
  readonly quarantinedAt: Date | null;
  /** When a later run had read the file again; null while the row is open. */
  readonly clearedAt: Date | null;
  readonly clearedBy: string | null;
}

/** The table `home_quarantine` of a front database: refused rows that nobody but the office may hear of, without their values. */
export const homeQuarantineTable = new EntitySchema<HomeQuarantineColumns>({
  name: 'home_quarantine',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    runId: { name: 'run_id', type: 'uuid' },
    file: { type: 'text' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    field: { type: 'text', nullable: true },
    rule: { type: 'text' },
    remedy: { type: 'text' },
    quarantinedAt: { name: 'quarantined_at', type: 'timestamptz', nullable: true },
    clearedAt: { name: 'cleared_at', type: 'timestamptz', nullable: true },
    clearedBy: { name: 'cleared_by', type: 'uuid', nullable: true },
  },
  indices: [{ name: 'home_quarantine_open', columns: ['id'], where: 'cleared_at is null' }],
});
