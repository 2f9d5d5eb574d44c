import type { CalendarDate } from '../../../../kernel/dates.js';
import type { InTransaction, Sql } from '../../../../kernel/sql.js';
import type { HeldMatter, MovedMatter } from '../../placing/held-matter.js';
import type { ChangedGround, OpenMatters, PlacedUpTo, PlacingStore } from '../../placing/ports.js';
import { heldMatters, openMatters } from './open-matters.js';
import { writeMoves } from './write-moves.js';

/** Any number that nothing else of the city index locks. */
const placingLock = 7_402_118_361;

/** Keeps in the city index where matters lie and which ground they were placed on. */
export class PlacingTable implements PlacingStore {
  readonly #sql: Sql;
  readonly #inTransaction: InTransaction;

  constructor(sql: Sql, inTransaction: InTransaction) {
    this.#sql = sql;
    this.#inTransaction = inTransaction;
  }

  async inTurn(work: () => Promise<void>): Promise<boolean> {
    const answer = await this.#inTransaction(
      async (sql): Promise<{ readonly got: boolean; readonly failure?: { readonly thrown: unknown } }> => {
        // This transaction only carries the lock: it may be held as long as the work takes.
        await sql.query('set local idle_in_transaction_session_timeout = 0');
        const [lock] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [placingLock]);
        if (!lock!.got) return { got: false };
        // Carried out by hand: this transaction must not be tried again because of the work.
        return work().then(
          () => ({ got: true }),
          (thrown: unknown) => ({ got: true, failure: { thrown } }),
        );
      },
    );
    if (answer.failure) throw answer.failure.thrown;
    return answer.got;
  }

  async placedUpTo(): Promise<PlacedUpTo | null> {
    const [row] = await this.#sql.query<PlacedUpTo>('select day::text as day, mark from placing_mark');
    return row ?? null;
  }

  async changedGround(day: CalendarDate): Promise<readonly ChangedGround[]> {
    const rows = await this.#sql.query<{ unitUuid: string; validFrom: CalendarDate | null; recordedFrom: string | null }>(
      `select coalesce(version.unit_id, placed.unit_id) as "unitUuid", version.valid_from::text as "validFrom",
              version.recorded_from::text as "recordedFrom"
         from (select unit_id, valid_from, recorded_from from unit_version
                where recorded_to is null and valid_from <= $1::date and (valid_to is null or valid_to > $1::date)) version
         full join placed_ground placed on placed.unit_id = version.unit_id
        where (placed.valid_from, placed.recorded_from) is distinct from (version.valid_from, version.recorded_from)`,
      [day],
    );
    return rows.map(({ unitUuid, validFrom, recordedFrom }) => ({
      unitUuid,
      version: validFrom === null ? null : { validFrom, recordedFrom: recordedFrom! },
    }));
  }

  async areLinksOwed(): Promise<boolean> {
    const [row] = await this.#sql.query<{ owed: boolean }>(
      `select exists (select from unit_version where recorded_from > last.at or recorded_to > last.at)
              or exists (select from division where recorded_from > last.at or recorded_to > last.at) as owed
         from (select max(computed_at) as at from crosswalk_run) last`,
    );
    return row!.owed;
  }

  open(which: OpenMatters): AsyncIterable<readonly HeldMatter[]> {
    return openMatters(this.#sql, which);
  }

  move(
    uuids: readonly string[],
    judge: (matter: HeldMatter) => MovedMatter | null,
    told: { readonly day: CalendarDate; readonly at: Date },
  ): Promise<number> {
    return this.#inTransaction(async (sql) => {
      // Locked before the events are appended: whoever changes a matter meanwhile comes before or after as a whole.
      await sql.query('select from matter where id = any($1::uuid[]) order by id for update', [uuids]);
      const moved = (await heldMatters(sql, uuids)).flatMap((matter) => judge(matter) ?? []);
      if (moved.length > 0) await writeMoves(sql, moved, told);
      return moved.length;
    });
  }

  async finish({ day, mark }: PlacedUpTo, changed: readonly ChangedGround[], at: Date): Promise<void> {
    const standing = changed.flatMap(({ unitUuid, version }) => (version ? [{ unitUuid, ...version }] : []));
    const gone = changed.filter(({ version }) => version === null).map(({ unitUuid }) => unitUuid);
    await this.#inTransaction(async (sql) => {
      await sql.query('delete from placed_ground where unit_id = any($1::uuid[])', [gone]);
      await sql.query(
        `insert into placed_ground (unit_id, valid_from, recorded_from) select * from unnest($1::uuid[], $2::date[], $3::timestamptz[])
           on conflict (unit_id) do update set valid_from = excluded.valid_from, recorded_from = excluded.recorded_from`,
        [
          standing.map(({ unitUuid }) => unitUuid),
          standing.map(({ validFrom }) => validFrom),
          standing.map(({ recordedFrom }) => recordedFrom),
        ],
      );
      await sql.query(
        `insert into placing_mark (day, mark, placed_at) values ($1, $2, $3)
           on conflict (single) do update set day = excluded.day, mark = excluded.mark, placed_at = excluded.placed_at`,
        [day, JSON.stringify(mark), at],
      );
    });
  }
}
