import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import { isPlainText } from '../../../kernel/text.js';
import type { Acting } from '../act-once.js';
import type { AuditTrail } from '../ports.js';
import { actsOf } from '../role-rights.js';
import type { DocumentReader, PinnedDocument, ReadDocument } from './pinned-document.js';

/** Keeps pinned documents in the city index. */
export interface PinStore {
  /** All of them, the newest first. */
  all(sql: Sql): Promise<readonly PinnedDocument[]>;
  /** Everybody's and every subject's of one id, which nobody else removes until the transaction ends. */
  ofId(sql: Sql, id: string): Promise<readonly PinnedDocument[]>;
  /** Adds one, and tells every process; false where it is kept already. */
  add(sql: Sql, pinned: PinnedDocument): Promise<boolean>;
  /** Removes one at an instant, and tells every process. */
  remove(sql: Sql, pinned: PinnedDocument, at: Date): Promise<void>;
}

/** What documents are pinned with. */
export interface PinDeskParts {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly store: PinStore;
  readonly read: DocumentReader;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** A document that came to the desk; `isNew` is false where it was kept already. */
export interface Pinned extends ReadDocument {
  readonly pinned: PinnedDocument;
  readonly isNew: boolean;
}

const longestSubject = 200;

/** Adds and removes pinned documents; each with a line in the audit log, in one transaction. */
export class PinDesk {
  readonly #parts: PinDeskParts;

  constructor(parts: PinDeskParts) {
    this.#parts = parts;
  }

  /** Every pinned document, the newest first. */
  all(): Promise<readonly PinnedDocument[]> {
    return this.#parts.store.all(this.#parts.sql);
  }

  /**
   * Pins documents, all or none, for a subject or for everybody (null). Throws `FORBIDDEN`, and what is wrong with the first that cannot be
   * asked: it is judged by the limits of those who may ask nothing else, or for a subject by those of analysts and departments' systems.
   */
  async add(files: readonly Pick<PinnedDocument, 'name' | 'text'>[], subject: string | null, by: Acting): Promise<readonly Pinned[]> {
    const act = 'pinDocument';
    checkRight(act, by);
    checkSubject(subject);
    const read = files.map(({ name, text }) => ({ name, text, ...this.#read(name, text, subject) }));
    return this.#parts.inTransaction(async (sql) => {
      const done: Pinned[] = [];
      for (const { id, cost, name, text } of read) {
        const pinned = { id, subject, name, text, addedBy: by.principal.subject, addedAt: this.#parts.clock.now() };
        const isNew = await this.#parts.store.add(sql, pinned);
        if (isNew) await this.#record(sql, { act, by, pinned });
        done.push({ id, cost, pinned, isNew });
      }
      return done;
    });
  }

  /** Removes a document; `subject` may be left out where the text is pinned for one subject, or for everybody (null), alone. Throws `FORBIDDEN`, `NOT_FOUND` and `CONFLICT`. */
  async remove(id: string, subject: string | null | undefined, by: Acting): Promise<PinnedDocument> {
    const act = 'unpinDocument';
    checkRight(act, by);
    const { inTransaction, store, clock } = this.#parts;
    return inTransaction(async (sql) => {
      const found = (await store.ofId(sql, id)).filter((pinned) => subject === undefined || pinned.subject === subject);
      const [pinned, ...others] = found;
      if (!pinned) throw notPinned(id);
      if (others.length > 0) throw whose(id, found);
      await store.remove(sql, pinned, clock.now());
      await this.#record(sql, { act, by, pinned });
      return pinned;
    });
  }

  #read(name: string, text: string, subject: string | null): ReadDocument {
    try {
      return this.#parts.read(text, subject === null ? 'TRUSTED' : 'FREE');
    } catch (thrown) {
      if (!(thrown instanceof CityError)) throw thrown;
      const { code, fault, message, messageZh, hint, details } = thrown;
      const said = { message: `${name}: ${message}`, messageZh: `${name}：${messageZh}`, ...(hint === undefined ? {} : { hint }) };
      throw new CityError({ code, fault, details, cause: thrown, ...said });
    }
  }

  async #record(
    sql: Sql,
    { act, by, pinned }: { readonly act: string; readonly by: Acting; readonly pinned: PinnedDocument },
  ): Promise<void> {
    const { id, subject, name } = pinned;
    const rule = `role:${by.principal.role}`;
    const what = { document: id, of: subject, name };
    await this.#parts.audit.record(sql, { by: by.principal, act, what, outcome: 'DONE', rule, requestId: by.requestId });
  }
}

function checkRight(act: string, { principal }: Acting): void {
  if (actsOf(principal).includes('KEYS')) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${act}: expected a principal with the right KEYS, got ${principal.subject} (${principal.role}).`,
    messageZh: `${act}：须有 KEYS 权限，当前为 ${principal.subject}（${principal.role}）。`,
  });
}

function checkSubject(subject: string | null): void {
  if (subject === null || (subject.trim() !== '' && subject.length <= longestSubject && isPlainText(subject))) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `subject: expected the name of a principal, 1 to ${longestSubject} characters, got ${JSON.stringify(subject.slice(0, longestSubject))}.`,
    messageZh: `subject：应为主体名称，1 至 ${longestSubject} 字。`,
    hint: 'whoAmI { subject } tells a principal its name; npx allgrid key list shows those of machines.',
  });
}

function notPinned(id: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `Expected the id of a pinned document, got ${JSON.stringify(id.slice(0, 100))}.`,
    messageZh: `${JSON.stringify(id.slice(0, 100))} 不是已登记文档的编号。`,
    hint: 'npx allgrid operations list shows the pinned documents and whose they are.',
  });
}

function whose(id: string, found: readonly PinnedDocument[]): CityError {
  const owners = found.map(({ subject }) => subject ?? 'everybody').join(', ');
  return new CityError({
    code: 'CONFLICT',
    message: `${id}: expected a document that is pinned once, but it is pinned for ${owners}.`,
    messageZh: `${id} 已为多个主体登记：${owners}。`,
    hint: 'Name whose it is: --subject NAME, or --everybody.',
  });
}
