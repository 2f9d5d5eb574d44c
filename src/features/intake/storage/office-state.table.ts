import { EntitySchema } from 'typeorm';

/** The columns of a row of `office_state`. */
export interface OfficeStateColumns {
  readonly department: string;
  /** When the index last held everything that the office held. */
  readonly asOf: Date | null;
  readonly appliedAt: Date | null;
  readonly appliedRows: string;
}

/** The table `office_state`: how far the index has followed each office. */
export const officeStateTable = new EntitySchema<OfficeStateColumns>({
  name: 'office_state',
  columns: {
    department: { type: 'text', primary: true },
    asOf: { name: 'as_of', type: 'timestamptz', nullable: true },
    appliedAt: { name: 'applied_at', type: 'timestamptz', nullable: true },
    appliedRows: { name: 'applied_rows', type: 'bigint', default: 0 },
  },
});
