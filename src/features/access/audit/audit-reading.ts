import { CityError } from '../../../kernel/city-error.js';
import type { Acting } from '../act-once.js';
import type { AuditKind, AuditTrail } from '../ports.js';
import { actsOf } from '../role-rights.js';
import type { StoredEntry } from './stored-entry.js';

/** Which lines are asked for; null leaves a member out. */
export interface AuditQuery {
  readonly from: Date | null;
  /** Exclusive. */
  readonly until: Date | null;
  readonly subject: string | null;
  readonly act: string | null;
  readonly kind: AuditKind | null;
  readonly office: string | null;
  /** Uuid of a record that the line names. */
  readonly record: string | null;
}

/** A line and its place in its chain; none while it waits to be chained. */
export interface ReadEntry extends StoredEntry {
  readonly chain: string | null;
  readonly seq: number | null;
}

/** Where a page begins and how long it is. */
export interface AuditPage {
  readonly first: number;
  /** Id of the last line of the page before. */
  readonly after: string | null;
}

/** Reads the log for those who may, the youngest line first. */
export interface AuditReadModel {
  /** At most `first` + 1 lines. */
  page(query: AuditQuery, page: AuditPage): Promise<readonly ReadEntry[]>;
  /** How many lines there are, counted up to 10,001. */
  count(query: AuditQuery): Promise<number>;
}

/** Who reads the log, by which question. */
export interface Reading extends Acting {
  readonly purpose: string | null;
  /** `whoSaw` or `auditTrail`. */
  readonly act: string;
}

/** Opens the audit log to auditors alone; that they read it is itself a line of it. */
export class AuditReading {
  readonly #model: AuditReadModel;
  readonly #audit: AuditTrail;

  constructor(model: AuditReadModel, audit: AuditTrail) {
    this.#model = model;
    this.#audit = audit;
  }

  /** One page; throws `FORBIDDEN` for whoever has no right AUDIT, and `UNAVAILABLE` where the reading could not be written down. */
  async page(query: AuditQuery, page: AuditPage, reading: Reading): Promise<readonly ReadEntry[]> {
    const { principal, requestId, purpose, act } = reading;
    if (!actsOf(principal).includes('AUDIT')) throw notAnAuditor(act);
    const asked = Object.fromEntries(Object.entries({ ...query, after: page.after }).filter(([, value]) => value !== null));
    const rule = `role:${principal.role}`;
    await this.#audit.write({ by: principal, kind: 'READ', act, what: { asked }, outcome: 'DONE', purpose, rule, requestId });
    return this.#model.page(query, page);
  }

  /** How many lines a question has; ask only after {@link page}. */
  count(query: AuditQuery): Promise<number> {
    return this.#model.count(query);
  }
}

function notAnAuditor(act: string): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: `${act}: only an auditor reads the audit log.`,
    messageZh: `${act}：只有审计员可查阅审计日志。`,
    hint: 'whoAmI tells what the caller may do.',
  });
}
