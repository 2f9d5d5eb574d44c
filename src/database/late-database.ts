import { asCityError, CityError } from '../kernel/city-error.js';
import type { Clock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import type { InTransaction, Sql } from '../kernel/sql.js';
import { databaseFaultOf } from './database-fault.js';
import type { FrontDatabase, OpeningFault } from './front-database.js';

/** A database that has been opened. */
export interface OpenedDatabase {
  readonly sql: Sql;
  readonly transaction: InTransaction;
  close(): Promise<void>;
}

/** What a {@link LateDatabase} is made of. */
export interface LateDatabaseParts {
  /** The office's key. */
  readonly name: string;
  readonly url: string;
  /** Opens it, migrated or checked; throws the {@link CityError} of what is missing. */
  readonly open: () => Promise<OpenedDatabase>;
  readonly clock: Clock;
  readonly log: Log;
  /** The pause after the first failure, in milliseconds; it doubles with each further one. 500 when left out. */
  readonly firstPauseMs?: number;
}

/** A server that is away is looked for more often than a wrong one, which waits for somebody to mend it, and may count refused passwords. */
const longestAwayMs = 15_000;
const longestWrongMs = 60_000;

/** A database that is opened in the background, again and again until it is there; the reason is logged once for each that it has. */
export class LateDatabase implements FrontDatabase {
  readonly opened: Promise<void>;
  readonly sql: Sql = { query: async (text, parameters) => this.#there().sql.query(text, parameters) };
  readonly transaction: InTransaction = async (work) => this.#there().transaction(work);
  readonly #parts: LateDatabaseParts;
  #announce: () => void = () => undefined;
  #database: OpenedDatabase | null = null;
  #fault: OpeningFault;
  #hasFailed = false;
  #attempt: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(parts: LateDatabaseParts) {
    this.#parts = parts;
    this.#fault = { reason: 'AWAY', since: parts.clock.now() };
    this.opened = new Promise((resolve) => {
      this.#announce = resolve;
    });
  }

  get url(): string {
    return this.#parts.url;
  }

  openingFault(): OpeningFault | null {
    return this.#database === null ? this.#fault : null;
  }

  /** Begins to open it; resolves after the first attempt, however that ended. */
  begin(): Promise<void> {
    this.#attempt = this.#try(0);
    return this.#attempt;
  }

  /** Gives up opening, or closes what is open. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#attempt;
    await this.#database?.close();
  }

  async #try(failures: number): Promise<void> {
    try {
      this.#database = await this.#parts.open();
      if (this.#hasFailed) this.#parts.log.info({ database: this.#parts.name, failures }, 'an office’s database is open now');
      this.#announce();
    } catch (thrown) {
      this.#failed(thrown);
      if (!this.#isClosed) this.#tryAfter(failures);
    }
  }

  #failed(thrown: unknown): void {
    const error = asCityError(thrown);
    const reason = databaseFaultOf(error);
    const isNews = !this.#hasFailed || reason !== this.#fault.reason;
    this.#hasFailed = true;
    if (!isNews) return;
    this.#fault = { reason, since: this.#parts.clock.now() };
    const { message, hint, id, cause } = error;
    this.#parts.log.warn({ database: this.#parts.name, reason, message, hint, id, cause }, 'an office’s database cannot be opened');
  }

  #tryAfter(failures: number): void {
    const longest = this.#fault.reason === 'AWAY' ? longestAwayMs : longestWrongMs;
    const pause = Math.min(longest, (this.#parts.firstPauseMs ?? 500) * 2 ** Math.min(failures, 10));
    // Half of the pause is left to chance, so that offices on one server do not knock all at once.
    this.#timer = setTimeout(
      () => {
        this.#attempt = this.#try(failures + 1);
      },
      pause * (0.5 + Math.random() / 2),
    );
  }

  #there(): OpenedDatabase {
    if (this.#database !== null) return this.#database;
    const { reason, since } = this.#fault;
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'department',
      message: `Expected the database of ${this.#parts.name} to be open, but it is not (${reason}) since ${since.toISOString()}.`,
      messageZh: `部门 ${this.#parts.name} 的前置库自 ${since.toISOString()} 起无法打开（${reason}）。`,
      hint: 'It is opened as soon as it is there; ask again later.',
      details: { reason, since: since.toISOString() },
    });
  }
}
