import { randomUUID } from 'node:crypto';

import { append } from '../../../eventlog/append.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Declarant } from '../declaration.js';
import type { HeldGrant, NewGrant } from '../sharing/held-grant.js';
import type { GrantStore } from '../sharing/ports.js';
import { grantColumns, grantTables } from './grant-columns.js';

/** The uuid of what is shared of a class between two owners from a day on. */
function grantUuid({ from, to, dataClass, validFrom }: NewGrant): string {
  return uuidOf('sharing-grant', from, to, dataClass, validFrom);
}

/** Lets one change or one import at a time look and write, to the end of the transaction. */
export async function lockGrants(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('sharing_grant', 0))`);
}

/** Keeps what owners share in the city index. */
export class GrantTable implements GrantStore {
  lock(sql: Sql): Promise<void> {
    return lockGrants(sql);
  }

  async held(sql: Sql, uuid: string): Promise<HeldGrant | null> {
    const [held] = await sql.query<HeldGrant>(
      `select ${grantColumns} from ${grantTables} where shared.grant_id = $1 and shared.recorded_to is null`,
      [uuid],
    );
    return held ?? null;
  }

  async overlapping(sql: Sql, { from, to, dataClass, validFrom, until }: NewGrant): Promise<HeldGrant | null> {
    const [held] = await sql.query<HeldGrant>(
      `select ${grantColumns} from ${grantTables}
        where shared.recorded_to is null and (shared.from_owner, shared.to_owner, shared.data_class) = ($1, $2, $3)
          and ($5::date is null or shared.valid_from < $5) and (shared.valid_until is null or shared.valid_until > $4)
        order by shared.valid_from limit 1`,
      [from, to, dataClass, validFrom, until],
    );
    return held ?? null;
  }

  async declare(sql: Sql, grant: NewGrant, declarant: Declarant): Promise<string> {
    const uuid = grantUuid(grant);
    const version = await insert(sql, { ...grant, uuid }, { ...declarant, grounds: declarant.document });
    await tell(sql, { ...grant, uuid, version }, { kind: 'DATA_SHARED', at: declarant.recordedAt });
    return uuid;
  }

  async end(sql: Sql, held: HeldGrant, until: CalendarDate | null, declarant: Declarant): Promise<void> {
    await sql.query(`update sharing_grant set recorded_to = $2, ended_document = $3 where grant_id = $1 and recorded_to is null`, [
      held.uuid,
      declarant.recordedAt,
      declarant.document,
    ]);
    const version = until === null ? held.version : await insert(sql, { ...held, until }, { ...declarant, grounds: held.document });
    await tell(sql, { ...held, until, version }, { kind: 'SHARING_WITHDRAWN', at: declarant.recordedAt });
  }
}

type Named = NewGrant & { readonly uuid: string };

/** Writes the next version of a grant, which rests on a document of its own where another one ended it; answers its number. */
async function insert(sql: Sql, grant: Named, by: Omit<Declarant, 'document'> & { readonly grounds: string }): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    `insert into sharing_grant (id, grant_id, version, from_owner, to_owner, data_class, attribute, purposes, valid_from, valid_until, document,
            origin, declared_by, role, on_behalf_of, recorded_from)
     values ($1, $2, (select coalesce(max(version), 0) + 1 from sharing_grant where grant_id = $2), $3, $4, $5, $6, $7, $8, $9, $10, 'DECLARED',
            $11, $12, $13, $14)
     returning version`,
    [
      ...[randomUUID(), grant.uuid, grant.from, grant.to, grant.dataClass, grant.attribute, grant.purposes, grant.validFrom, grant.until],
      ...[by.grounds, by.declaredBy, by.role, by.onBehalfOf, by.recordedAt],
    ],
  );
  return row!.version;
}

async function tell(
  sql: Sql,
  grant: Named & { readonly version: number },
  { kind, at }: { readonly kind: 'DATA_SHARED' | 'SHARING_WITHDRAWN'; readonly at: Date },
): Promise<void> {
  const { uuid, version, from, to, dataClass, attribute, validFrom, until } = grant;
  await append(sql, [
    {
      topic: 'access',
      kind,
      subject: uuid,
      version,
      department: null,
      divisionCode: null,
      payload: { from, to, dataClass, attribute, validFrom, until },
      occurredAt: at,
    },
  ]);
}
