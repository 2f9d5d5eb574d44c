import type { EntitySchemaColumnOptions } from 'typeorm';

/** What every version of a statement has in its row, beside what it says: on what ground, by whom, and when it was believed. */
export interface StatementColumns {
  readonly id: string;
  /** The same through all versions of a statement. */
  readonly statementId: string;
  readonly evidence: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: string;
  /** Null, with the three below, where a pack brought it. */
  readonly document: string | null;
  readonly declaredBy: string | null;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  /** The document by which a person ended this version; null where a pack did, or nobody. */
  readonly endedDocument: string | null;
  readonly recordedFrom: Date;
  /** Null: believed now. */
  readonly recordedTo: Date | null;
}

/** The {@link StatementColumns} of a table, dated by two clocks. */
export function statementColumns(table: string): Record<keyof StatementColumns, EntitySchemaColumnOptions> {
  return {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: `${table}_pkey` },
    statementId: { name: 'statement_id', type: 'uuid' },
    evidence: { type: 'text' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    origin: { type: 'text' },
    document: { type: 'text', nullable: true },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    onBehalfOf: {
      name: 'on_behalf_of',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: `${table}_on_behalf_of_fkey` },
    },
    endedDocument: { name: 'ended_document', type: 'text', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  };
}

/** One version of a statement is believed at a time. */
export function believedOnce(table: string): { name: string; columns: string[]; unique: true; where: string } {
  return { name: `${table}_believed`, columns: ['statementId'], unique: true, where: 'recorded_to is null' };
}
