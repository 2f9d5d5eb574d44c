import { PostgresReader } from '../../../eventlog/postgres-reader.js';
import type { Sql } from '../../../kernel/sql.js';
import type { IndexMark, IndexMarks } from '../model/kept-model.js';

/** The topics whose events change a model. */
const topics = ['grid', 'link', 'division'] as const;

// Units are recorded before their links are computed and told of: their table is looked at as well as the log.
const tablesSql = `
  select (select concat_ws(' ', count(*), extract(epoch from max(recorded_from)), extract(epoch from max(recorded_to))) from unit_version)
         || ', ' || (select concat_ws(' ', count(*), extract(epoch from max(computed_at))) from crosswalk_run) as tables,
         pg_snapshot_xmin(pg_current_snapshot())::text as "oldestOpen"`;

/** Tells from log and tables where the city index stands. */
export class PgIndexMarks implements IndexMarks {
  readonly #sql: Sql;
  readonly #events: PostgresReader;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#events = new PostgresReader(sql);
  }

  async now(): Promise<IndexMark> {
    const { epoch, position } = await this.#events.head();
    return { epoch, position, ...(await this.#tables()) };
  }

  async changeSince(mark: IndexMark): Promise<string | null> {
    const head = await this.#events.head();
    if (head.epoch !== mark.epoch) return `it belongs to another life of the event log (${mark.epoch}, now ${head.epoch})`;
    if (mark.position > head.position || mark.position < head.oldest - 1) return `the log holds nothing of position ${mark.position}`;
    for (let from = mark.position; from < head.position;) {
      const { events, upTo } = await this.#events.after(from, 1, { topics });
      if (events.length > 0) return `${events[0]!.kind} came after it, at position ${events[0]!.position}`;
      from = upTo;
    }
    return (await this.#tables()).tables === mark.tables ? null : 'units were recorded after it';
  }

  async #tables(): Promise<Pick<IndexMark, 'tables' | 'oldestOpen'>> {
    const [row] = await this.#sql.query<Pick<IndexMark, 'tables' | 'oldestOpen'>>(tablesSql);
    return row!;
  }
}
