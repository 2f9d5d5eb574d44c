import { Parameters } from '../../../database/parameters.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterSight } from '../../matters/index.js';
import type { MatterLink } from '../links/matter-link.js';
import type { MatterLinkReadModel, MatterLinkStore } from '../links/ports.js';

/** The links between matters in the city index. */
export const matterLinkTable: MatterLinkStore = {
  confirm: async (sql, { fromUuid, toUuid, kind }, { by, at }) => {
    await sql.query(
      `insert into matter_link (from_id, to_id, kind, state, made_by, made_at, decided_by, decided_at) values ($1, $2, $3, 'CONFIRMED', $4, $5, $4, $5)
         on conflict (from_id, to_id, kind) do update set state = 'CONFIRMED', decided_by = $4, decided_at = $5`,
      [fromUuid, toUuid, kind, by, at],
    );
  },
};

/** The columns of a link, for `select` from `matter_link`. */
export const linkColumns = `matter_link.from_id as "fromUuid", matter_link.to_id as "toUuid", matter_link.kind, matter_link.state,
  matter_link.metres, matter_link.hours, matter_link.made_at as "madeAt", matter_link.decided_at as "decidedAt"`;

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
