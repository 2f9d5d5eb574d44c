import { Parameters } from '../../../../database/parameters.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { MatterSight } from '../../../matters/index.js';
import type { LinkedMatters } from '../../dispatching/already-elsewhere.js';
import type { MatterLink, MatterLinkState } from '../../links/matter-link.js';
import type { FindReopening, MatterLinkReadModel, MatterLinkStore, OpenReopening } from '../../links/ports.js';

/** The links between matters in the city index. */
export const matterLinkTable: MatterLinkStore = {
  confirm: async (sql, { fromUuid, toUuid, kind }, { by, at }) => {
    await sql.query(confirmed, [fromUuid, toUuid, kind, by, at]);
  },
  decide: async (sql, [one, other], { state, by, at }) => {
    const decided = await sql.query(
      `update matter_link set state = $3, decided_by = $4, decided_at = $5 where ${betweenThem} and state = 'PROPOSED' returning state`,
      [one, other, state, by, at],
    );
    if (decided.length > 0) return null;
    const [found] = await sql.query<{ state: MatterLinkState }>(`select state from matter_link where ${betweenThem}`, [one, other]);
    return found?.state ?? 'NONE';
  },
};

const betweenThem = `kind = 'DUPLICATE' and ((from_id = $1 and to_id = $2) or (from_id = $2 and to_id = $1))`;

/** What was proposed the other way round is turned: two matters have one link of a kind. */
const confirmed = `
  with turned as (delete from matter_link where from_id = $2 and to_id = $1 and kind = $3 returning metres, hours, made_by, made_at)
  insert into matter_link (from_id, to_id, kind, state, metres, hours, made_by, made_at, decided_by, decided_at)
  select $1, $2, $3, 'CONFIRMED', metres, hours, case when made_at is null then $4 else made_by end, coalesce(made_at, $5), $4, $5
    from (select) asked left join turned on true
      on conflict (from_id, to_id, kind) do update set state = 'CONFIRMED', decided_by = $4, decided_at = $5
     where matter_link.state <> 'CONFIRMED'`;

/** The columns of a link, for `select` from `matter_link`. */
export const linkColumns = `matter_link.from_id as "fromUuid", matter_link.to_id as "toUuid", matter_link.kind, matter_link.state,
  matter_link.metres, matter_link.hours, matter_link.made_at as "madeAt", matter_link.decided_at as "decidedAt"`;

/** The matters that are linked with one, as {@link LinkedMatters} says. */
export const linkedMatters =
  (sight: MatterSight): LinkedMatters =>
  (sql, scope, matterUuid) => {
    const parameters = new Parameters();
    const uuid = parameters.add(matterUuid);
    return sql.query(
      `select matter.department, matter.state
         from matter_link join matter on matter.id = case when from_id = ${uuid} then to_id else from_id end
        where matter_link.state = 'CONFIRMED' and ${uuid} in (from_id, to_id) and not matter.sealed and ${sight(scope, {}, parameters)}`,
      parameters.values,
    );
  };

/** The open matter as which one was reopened, as {@link FindReopening} says. */
export const findReopening =
  (sight: MatterSight): FindReopening =>
  async (sql, scope, matterUuid) => {
    const parameters = new Parameters();
    const uuid = parameters.add(matterUuid);
    const [open] = await sql.query<OpenReopening>(
      `select matter.local_id as "localId", (${sight(scope, {}, parameters)}) as "isShown"
         from matter_link join matter on matter.id = matter_link.from_id
        where matter_link.to_id = ${uuid} and matter_link.kind = 'REOPENS' and matter_link.state = 'CONFIRMED' and matter.closed_at is null
        order by matter_link.made_at desc limit 1`,
      parameters.values,
    );
    return open ?? null;
  };

/** Reads links of which a scope shows both ends. */
export class MatterLinkReader implements MatterLinkReadModel {
  constructor(
    private readonly sql: Sql,
    private readonly sight: MatterSight,
  ) {}

  of(scope: Scope, matterUuids: readonly string[]): Promise<readonly MatterLink[]> {
    const parameters = new Parameters();
    const wanted = parameters.add(matterUuids);
    const seen = (end: string): string =>
      `exists (select from matter where matter.id = matter_link.${end} and ${this.sight(scope, {}, parameters)})`;
    return this.sql.query<MatterLink>(
      `select ${linkColumns} from matter_link
        where state = 'CONFIRMED' and (from_id = any(${wanted}::uuid[]) or to_id = any(${wanted}::uuid[])) and ${seen('from_id')} and ${seen('to_id')}
        order by made_at, from_id, to_id, kind`,
      parameters.values,
    );
  }
}
