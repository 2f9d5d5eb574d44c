import { Parameters } from '../../../database/parameters.js';
import { noteCounting } from '../../../kernel/conditional-reads.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { YellowRule } from '../../clocks/index.js';
import type { MatterSight } from '../../matters/index.js';
import type { DueRow, DueWish } from '../board/due-matter.js';
import type { DueCount, DueReader as Reader } from '../ports.js';

/** What due matters are read from. */
export interface DueReading {
  readonly sql: Sql;
  readonly sight: MatterSight;
  /** From when on a deadline without a clock of its own is yellow. */
  readonly yellow: YellowRule;
}

/**
 * Reads due matters in the order of `matter_open_by_due`: a page reads what it shows and the green ones between. Behind the last yellow one
 * the reading goes on to the end of the open matters, as only their own limits tell that none of them is yellow.
 */
export class DueReader implements Reader {
  constructor(private readonly parts: DueReading) {}

  async page(scope: Scope, wish: DueWish): Promise<readonly DueRow[]> {
    const parameters = new Parameters();
    const follows =
      wish.after === null
        ? ''
        : `and (matter.due_at, matter.id) > (${parameters.add(wish.after.dueAt)}::timestamptz, ${parameters.add(wish.after.uuid)}::uuid)`;
    return this.parts.sql.query<DueRow>(
      `select matter.id as uuid, matter.due_at as "dueAt", running.clock ${this.#from(scope, wish, parameters)} ${follows}
        order by matter.due_at, matter.id limit ${parameters.add(wish.first + 1)}`,
      parameters.values,
    );
  }

  async count(scope: Scope, wish: DueCount): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.parts.sql.query<{ total: number }>(
      `select count(*)::int as total from (select ${this.#from(scope, wish, parameters)} limit ${parameters.add(wish.cap + 1)}) due`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!.total;
  }

  #from(scope: Scope, { query, now }: Pick<DueWish, 'query' | 'now'>, parameters: Parameters): string {
    const { share, hours } = this.parts.yellow;
    const instant = `${parameters.add(now)}::timestamptz`;
    return `from matter
        left join lateral (
          select clock.clock, clock.yellow_at from matter_clock clock
           where clock.matter_id = matter.id and clock.stopped_at is null and clock.paused_at is null and clock.due_at = matter.due_at
             and clock.clock <> 'FEEDBACK'
           order by clock.yellow_at limit 1) running on true
       where matter.closed_at is null and matter.due_at is not null and ${this.parts.sight(scope, query, parameters)}
         and ${instant} >= coalesce(running.yellow_at, matter.due_at - greatest(
               (matter.due_at - matter.reported_at) * ${parameters.add(share)}::float8, make_interval(hours => ${parameters.add(hours)}::int)))`;
  }
}
