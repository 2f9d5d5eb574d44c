import { randomUUID } from 'node:crypto';

import { append } from '../../../eventlog/append.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Declarant } from '../../access/index.js';
import type { CategoryKey } from '../category.js';
import type { CategoryRelation } from '../category-relation.js';
import type { CategoryLinkStore, HeldCategoryLink } from '../declare-category-link.js';
import { categoryLinkUuid, lockCategoryLinks } from './category-link-statement.js';

type NewLink = Omit<HeldCategoryLink, 'uuid'>;

interface HeldRow extends Omit<HeldCategoryLink, 'from' | 'to'> {
  readonly fromStandard: string;
  readonly fromKind: string;
  readonly fromCode: string;
  readonly toStandard: string;
  readonly toKind: string;
  readonly toCode: string;
  readonly relation: CategoryRelation;
}

const columns = `statement_id as uuid, from_standard as "fromStandard", from_kind as "fromKind", from_code as "fromCode",
  to_standard as "toStandard", to_kind as "toKind", to_code as "toCode", relation, verified,
  valid_from::text as "validFrom", valid_to::text as "validTo"`;

/** Keeps what people declare of categories in the city index. */
export class CategoryLinkTable implements CategoryLinkStore {
  lock(sql: Sql): Promise<void> {
    return lockCategoryLinks(sql);
  }

  async unknownOf(sql: Sql, keys: readonly CategoryKey[]): Promise<readonly CategoryKey[]> {
    return sql.query<CategoryKey>(
      `select standard, kind, code from unnest($1::text[], $2::text[], $3::text[]) asked (standard, kind, code)
        where not exists (select from matter_category known
          where (known.standard, known.kind, known.code) = (asked.standard, asked.kind, asked.code))`,
      [keys.map((key) => key.standard), keys.map((key) => key.kind), keys.map((key) => key.code)],
    );
  }

  async around(sql: Sql, { from, to, validFrom, validTo }: NewLink): Promise<readonly HeldCategoryLink[]> {
    const rows = await sql.query<HeldRow>(
      `select ${columns} from category_link
        where recorded_to is null and ($8::date is null or valid_from < $8) and (valid_to is null or valid_to > $7)
          and ((from_standard, from_kind, from_code) in (($1, $2, $3), ($4, $5, $6))
            or (to_standard, to_kind, to_code) in (($1, $2, $3), ($4, $5, $6)))
        order by valid_from, statement_id`,
      [from.standard, from.kind, from.code, to.standard, to.kind, to.code, validFrom, validTo],
    );
    return rows.map(heldOf);
  }

  async held(sql: Sql, uuid: string): Promise<HeldCategoryLink | null> {
    const [row] = await sql.query<HeldRow>(`select ${columns} from category_link where statement_id = $1 and recorded_to is null`, [uuid]);
    return row ? heldOf(row) : null;
  }

  async declare(sql: Sql, link: NewLink, declarant: Declarant): Promise<string> {
    const uuid = categoryLinkUuid(link.from, link.to, link.validFrom);
    await insert(sql, { ...link, uuid }, { declarant, evidence: declarant.document });
    await tell(sql, { ...link, uuid }, { kind: 'CATEGORY_LINK_DECLARED', at: declarant.recordedAt });
    return uuid;
  }

  async end(sql: Sql, link: HeldCategoryLink, validTo: CalendarDate | null, declarant: Declarant): Promise<void> {
    const [ended] = await sql.query<{ evidence: string }>(
      `update category_link set recorded_to = $2, ended_document = $3 where statement_id = $1 and recorded_to is null returning evidence`,
      [link.uuid, declarant.recordedAt, declarant.document],
    );
    if (validTo !== null) await insert(sql, { ...link, validTo }, { declarant, evidence: ended!.evidence });
    await tell(sql, { ...link, validTo }, { kind: 'CATEGORY_LINK_WITHDRAWN', at: declarant.recordedAt });
  }
}

function heldOf({ fromStandard, fromKind, fromCode, toStandard, toKind, toCode, ...row }: HeldRow): HeldCategoryLink {
  return {
    ...row,
    from: { standard: fromStandard, kind: fromKind, code: fromCode },
    to: { standard: toStandard, kind: toKind, code: toCode },
  };
}

interface Ground {
  readonly declarant: Declarant;
  readonly evidence: string;
}

async function insert(sql: Sql, link: HeldCategoryLink, { declarant, evidence }: Ground): Promise<void> {
  const { from, to } = link;
  await sql.query(
    `insert into category_link (id, statement_id, from_standard, from_kind, from_code, to_standard, to_kind, to_code, relation, evidence,
            verified, valid_from, valid_to, origin, document, declared_by, role, on_behalf_of, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'DECLARED', $14, $15, $16, $17, $18)`,
    [
      randomUUID(),
      link.uuid,
      ...[from.standard, from.kind, from.code],
      ...[to.standard, to.kind, to.code],
      ...[link.relation, evidence, link.verified, link.validFrom, link.validTo],
      ...[declarant.document, declarant.declaredBy, declarant.role, declarant.onBehalfOf, declarant.recordedAt],
    ],
  );
}

async function tell(sql: Sql, link: HeldCategoryLink, { kind, at }: { readonly kind: string; readonly at: Date }): Promise<void> {
  const [versions] = await sql.query<{ count: number }>('select count(*)::int as count from category_link where statement_id = $1', [
    link.uuid,
  ]);
  const { from, to, relation, validFrom, validTo } = link;
  await append(sql, [
    {
      topic: 'category',
      kind,
      subject: link.uuid,
      version: versions!.count,
      department: null,
      divisionCode: null,
      payload: { from, to, relation, validFrom, validTo },
      occurredAt: at,
    },
  ]);
}
