import type { Sql } from '../../../kernel/sql.js';
import type { CategoryLinkArrival, CategoryLinkWriter } from '../category-link.js';
import { categoryLinkUuid, lockCategoryLinks } from './category-link-statement.js';

const arrived = `jsonb_to_recordset($1::jsonb) as arrived (uuid uuid, "fromStandard" text, "fromKind" text, "fromCode" text,
  "toStandard" text, "toKind" text, "toCode" text, relation text, evidence text, verified boolean, "validFrom" date, "validTo" date)`;

/** Brings a pack's links between categories into the city index. */
export class PgCategoryLinkWriter implements CategoryLinkWriter {
  async apply(
    sql: Sql,
    arrivals: readonly CategoryLinkArrival[],
    { recordedAt, complete }: { readonly recordedAt: Date; readonly complete: boolean },
  ): Promise<number> {
    await lockCategoryLinks(sql);
    const given = JSON.stringify(arrivals.map(rowOf));
    const gone = complete ? await dropUnlisted(sql, given, recordedAt) : 0;
    await closeChanged(sql, given, recordedAt);
    return gone + (await insertNew(sql, given, recordedAt));
  }
}

function rowOf({ from, to, ...link }: CategoryLinkArrival): object {
  return {
    ...link,
    uuid: categoryLinkUuid(from, to, link.validFrom),
    ...{ fromStandard: from.standard, fromKind: from.kind, fromCode: from.code },
    ...{ toStandard: to.standard, toKind: to.kind, toCode: to.code },
  };
}

async function dropUnlisted(sql: Sql, given: string, recordedAt: Date): Promise<number> {
  const rows = await sql.query(
    `update category_link set recorded_to = $2 where recorded_to is null and origin = 'PACK'
        and not exists (select from ${arrived} where arrived.uuid = category_link.statement_id) returning 1`,
    [given, recordedAt],
  );
  return rows.length;
}

async function closeChanged(sql: Sql, given: string, recordedAt: Date): Promise<void> {
  await sql.query(
    `update category_link known set recorded_to = $2 from ${arrived}
      where known.statement_id = arrived.uuid and known.recorded_to is null and known.origin = 'PACK'
        and (known.from_standard, known.from_kind, known.from_code, known.relation, known.evidence, known.verified, known.valid_to)
          is distinct from ("fromStandard", "fromKind", "fromCode", arrived.relation, arrived.evidence, arrived.verified, "validTo")`,
    [given, recordedAt],
  );
}

/** What a person has declared or ended is never brought back by a pack. */
async function insertNew(sql: Sql, given: string, recordedAt: Date): Promise<number> {
  const rows = await sql.query(
    `insert into category_link (id, statement_id, from_standard, from_kind, from_code, to_standard, to_kind, to_code, relation, evidence,
            verified, valid_from, valid_to, origin, recorded_from)
     select gen_random_uuid(), uuid, "fromStandard", "fromKind", "fromCode", "toStandard", "toKind", "toCode", relation, evidence, verified,
            "validFrom", "validTo", 'PACK', $2
       from ${arrived}
      where not exists (select from category_link known where known.statement_id = arrived.uuid
        and (known.recorded_to is null or known.origin = 'DECLARED' or known.ended_document is not null))
     returning 1`,
    [given, recordedAt],
  );
  return rows.length;
}
