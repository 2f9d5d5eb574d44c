import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Acting, AuditTrail } from '../../access/index.js';
import type { HeldRow, QuarantinePage } from './quarantine.js';

/** A refused row as an office keeps it at home: without its value. */
export interface HomeRow extends Omit<HeldRow, 'department' | 'value' | 'quarantinedAt'> {
  /** Null for rows that came before this was kept. */
  readonly quarantinedAt: Date | null;
}

/** The refused rows that an office keeps at home, newest first; `open` asks for those that no run has cleared. */
export interface HomeRows {
  page(sql: Sql, open: boolean, page: QuarantinePage): Promise<readonly HomeRow[]>;
}

/** What reading refused rows at home needs. */
export interface HomeQuarantineParts {
  readonly rows: HomeRows;
  readonly audit: Pick<AuditTrail, 'write'>;
  /** The front databases, by office. */
  readonly fronts: ReadonlyMap<DepartmentCode, Sql>;
}

/**
 * Reads the refused rows of which nobody but their office may hear: for the operator of the office's own server, by the command line alone.
 * The line of the audit log says that they were asked for, and neither what was found nor how much; it is written first: no audit, no read.
 */
export class HomeQuarantine {
  constructor(private readonly parts: HomeQuarantineParts) {}

  /** All rows of an office, a page at a time. */
  async *read(department: DepartmentCode, open: boolean, { principal, requestId }: Acting): AsyncGenerator<readonly HomeRow[]> {
    const line = { by: principal, act: 'readHomeQuarantine', office: department, what: {}, requestId } as const;
    await this.parts.audit.write({ ...line, kind: 'READ', outcome: 'DONE', rule: 'operator' });
    const sql = this.parts.fronts.get(department)!;
    for (let after: string | null = null; ;) {
      const rows = await this.parts.rows.page(sql, open, { first: pageRows, after });
      if (rows.length > 0) yield rows;
      if (rows.length < pageRows) return;
      after = rows.at(-1)!.id;
    }
  }
}

const pageRows = 1_000;
