import { Parameters } from '../../../../database/parameters.js';
import { noteCounting } from '../../../../kernel/conditional-reads.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { MatterQuery, MatterSight } from '../../../matters/index.js';
import type { MatterLink } from '../../links/matter-link.js';
import type { DuplicateReadModel, ProposalPageWish } from '../../links/ports.js';
import { linkColumns } from './matter-link-table.js';

/** Reads proposed duplicates from the city index. */
export class DuplicateReader implements DuplicateReadModel {
  readonly #sql: Sql;
  readonly #sight: MatterSight;

  constructor(sql: Sql, sight: MatterSight) {
    this.#sql = sql;
    this.#sight = sight;
  }

  async page(
    scope: Scope,
    { query, first, after }: ProposalPageWish,
  ): Promise<{ readonly links: readonly MatterLink[]; readonly hasMore: boolean }> {
    const parameters = new Parameters();
    const rows = await this.#sql.query<MatterLink>(
      `select ${linkColumns} from matter_link where ${this.#shown(scope, query, parameters)} and ${before(after, parameters)}
        order by made_at desc, from_id desc, to_id desc limit ${parameters.add(first + 1)}`,
      parameters.values,
    );
    return { links: rows.slice(0, first), hasMore: rows.length > first };
  }

  async count(scope: Scope, query: MatterQuery, cap: number): Promise<number> {
    const parameters = new Parameters();
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from (
         select from matter_link where ${this.#shown(scope, query, parameters)} limit ${parameters.add(cap + 1)}) found`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!.total;
  }

  #shown(scope: Scope, query: MatterQuery, parameters: Parameters): string {
    const end = (id: string, wanted: MatterQuery): string =>
      `exists (select from matter where matter.id = matter_link.${id} and matter.closed_at is null and not matter.sealed
         and ${this.#sight(scope, wanted, parameters)})`;
    const seen = `kind = 'DUPLICATE' and state = 'PROPOSED' and ${end('from_id', {})} and ${end('to_id', {})}`;
    return Object.keys(query).length === 0 ? seen : `${seen} and (${end('from_id', query)} or ${end('to_id', query)})`;
  }
}

function before(after: ProposalPageWish['after'], parameters: Parameters): string {
  if (after === null) return 'true';
  const { madeAt, fromUuid, toUuid } = after;
  return `(made_at, from_id, to_id) < (${parameters.add(madeAt)}::timestamptz, ${parameters.add(fromUuid)}::uuid, ${parameters.add(toUuid)}::uuid)`;
}
