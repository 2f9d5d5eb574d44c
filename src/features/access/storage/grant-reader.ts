import type { Sql } from '../../../kernel/sql.js';
import type { HeldGrant } from '../sharing/held-grant.js';
import type { GrantKey, GrantQuery, GrantReadModel } from '../sharing/ports.js';
import type { SharingGrant } from '../sharing/sharing-grant.js';
import { grantColumns, grantTables } from './grant-columns.js';

const conditions = `shared.recorded_to is null and ($1::text is null or shared.from_owner = $1) and ($2::text is null or shared.to_owner = $2)
  and ($3::text is null or shared.data_class = $3)
  and ($4::date is null or (shared.valid_from <= $4 and (shared.valid_until is null or shared.valid_until > $4)))
  and ($5::text is null or $5 in (shared.from_owner, shared.to_owner))`;

const parametersOf = ({ from, to, dataClass, at, seenBy }: GrantQuery): readonly unknown[] => [from, to, dataClass, at, seenBy];

/** Reads grants from the city index. */
export class GrantReader implements GrantReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  believed(): Promise<readonly SharingGrant[]> {
    return this.#sql.query<SharingGrant>(
      `select grant_id as uuid, from_owner as "from", to_owner as "to", data_class as "dataClass", attribute, purposes,
              valid_from::text as "validFrom", valid_until::text as "until"
         from sharing_grant where recorded_to is null order by from_owner, to_owner, data_class, valid_from`,
    );
  }

  page(query: GrantQuery, { first, after }: { readonly first: number; readonly after: GrantKey | null }): Promise<readonly HeldGrant[]> {
    return this.#sql.query<HeldGrant>(
      `select ${grantColumns} from ${grantTables}
        where ${conditions} and ($6::text is null
          or (shared.from_owner, shared.to_owner, shared.data_class, shared.valid_from) > ($6, $7::text, $8::text, $9::date))
        order by shared.from_owner, shared.to_owner, shared.data_class, shared.valid_from limit $10`,
      [...parametersOf(query), ...(after ?? [null, null, null, null]), first + 1],
    );
  }

  async count(query: GrantQuery): Promise<number> {
    const [row] = await this.#sql.query<{ count: number }>(
      `select count(*)::int as count from sharing_grant shared where ${conditions}`,
      parametersOf(query),
    );
    return row!.count;
  }

  async newest(uuid: string): Promise<HeldGrant | null> {
    const [newest] = await this.#sql.query<HeldGrant>(
      `select ${grantColumns} from ${grantTables} where shared.grant_id = $1 order by shared.version desc limit 1`,
      [uuid],
    );
    return newest ?? null;
  }
}
