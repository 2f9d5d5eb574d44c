import { append } from '../../../eventlog/append.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { CrosswalkPublication, CrosswalkStore } from '../ports.js';
import { publishCrosswalk } from './publish-crosswalk.js';
import { readCoverage, readLinks } from './read-crosswalk.js';

/** Keeps the crosswalk in the city index. */
export class CrosswalkTables implements CrosswalkStore {
  readonly #sql: Sql;
  readonly #inTransaction: InTransaction;

  constructor(sql: Sql, inTransaction: InTransaction) {
    this.#sql = sql;
    this.#inTransaction = inTransaction;
  }

  links(at: CalendarDate, knownAt: Date | null): ReturnType<CrosswalkStore['links']> {
    return readLinks(this.#sql, at, knownAt);
  }

  coverage(at: CalendarDate, knownAt: Date | null): ReturnType<CrosswalkStore['coverage']> {
    return readCoverage(this.#sql, at, knownAt);
  }

  async publish(publication: CrosswalkPublication): Promise<void> {
    await this.#inTransaction(async (sql) => {
      await publishCrosswalk(sql, publication);
      await append(sql, [eventOf(publication)]);
    });
  }
}

function eventOf({ run, links }: CrosswalkPublication): Parameters<typeof append>[1][number] {
  return {
    topic: 'link',
    kind: 'CROSSWALK_PUBLISHED',
    subject: run.id,
    version: 1,
    department: null,
    divisionCode: null,
    payload: { units: run.units, links: links.length },
    occurredAt: run.computedAt,
  };
}
