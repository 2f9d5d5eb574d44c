import { Parameters } from '../../../database/parameters.js';
import { noteCounting } from '../../../kernel/conditional-reads.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import type { DueRow, DueWish } from '../board/due-matter.js';
import type { DueCount, DueReader as Reader } from '../ports.js';

/** What due matters are read from. */
export interface DueReading {
  readonly sql: Sql;
  readonly sight: MatterSight;
}

/** Reads due matters in the order of `matter_open_by_due`: a page reads what it shows, and of the green ones between and behind no more than the index. */
export class DueReader implements Reader {
  constructor(private readonly parts: DueReading) {}

  async page(scope: Scope, wish: DueWish): Promise<readonly DueRow[]> {
    const parameters = new Parameters();
    const follows =
      wish.after === null
        ? ''
        : `and (matter.due_at, matter.id) > (${parameters.add(wish.after.dueAt)}::timestamptz, ${parameters.add(wish.after.uuid)}::uuid)`;
    return this.parts.sql.query<DueRow>(
      `select matter.id as uuid, matter.due_at as "dueAt", running.clock from matter ${running}
        where ${this.#isDue(scope, wish, parameters)} ${follows}
        order by matter.due_at, matter.id limit ${parameters.add(wish.first + 1)}`,
      parameters.values,
    );
  }

  async count(scope: Scope, wish: DueCount): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.parts.sql.query<{ total: number }>(
      `select count(*)::int as total from (select from matter where ${this.#isDue(scope, wish, parameters)} limit ${parameters.add(wish.cap + 1)}) due`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!.total;
  }

  #isDue(scope: Scope, { query, now }: Pick<DueWish, 'query' | 'now'>, parameters: Parameters): string {
    const sight = this.parts.sight(scope, query, parameters);
    return `matter.closed_at is null and matter.yellow_at <= ${parameters.add(now)}::timestamptz and ${sight}`;
  }
}

/** The clock that gives a deadline; none where its office told it. */
const running = `left join lateral (
  select clock.clock from matter_clock clock
   where clock.matter_id = matter.id and clock.stopped_at is null and clock.paused_at is null and clock.due_at = matter.due_at
     and clock.clock <> 'FEEDBACK'
   order by clock.yellow_at limit 1) running on true`;
