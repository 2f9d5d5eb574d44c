import type { CalendarDate } from '../../../kernel/dates.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Category, CategoryKey } from '../category.js';
import { type CategoryLink, type CategoryLinkReadModel, type CategoryRelation, turned } from '../category-link.js';

interface LinkRow extends Category {
  readonly asked: number;
  readonly relation: CategoryRelation;
  readonly forward: boolean;
  readonly evidence: string;
  readonly verified: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Reads links between categories from the city index. */
export class CategoryLinkReader implements CategoryLinkReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async ofKeys(keys: readonly CategoryKey[], at: CalendarDate): Promise<readonly (readonly CategoryLink[])[]> {
    const rows = await this.#sql.query<LinkRow>(
      `with asked as (select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality asked (standard, kind, code, place)),
            seen as (
              select asked.place, link.relation, true as forward, link.evidence, link.verified, link.valid_from, link.valid_to,
                     link.to_standard as standard, link.to_kind as kind, link.to_code as code
                from asked join category_link link
                  on (link.from_standard, link.from_kind, link.from_code) = (asked.standard, asked.kind, asked.code)
              union all
              select asked.place, link.relation, false, link.evidence, link.verified, link.valid_from, link.valid_to,
                     link.from_standard, link.from_kind, link.from_code
                from asked join category_link link
                  on (link.to_standard, link.to_kind, link.to_code) = (asked.standard, asked.kind, asked.code))
       select seen.place::int as asked, seen.relation, seen.forward, seen.evidence, seen.verified, seen.valid_from::text as "validFrom",
              seen.valid_to::text as "validTo", category.standard, category.kind, category.code, category.name_zh as "nameZh",
              category.name_en as "nameEn", category.parent_code as "parentCode"
         from seen join matter_category category using (standard, kind, code)
        where seen.valid_from <= $4 and (seen.valid_to is null or seen.valid_to > $4)
        order by seen.place, category.standard, category.kind, category.code`,
      [keys.map((key) => key.standard), keys.map((key) => key.kind), keys.map((key) => key.code), at],
    );
    const byKey = groupBy(rows, (row) => row.asked);
    return keys.map((_, index) => (byKey.get(index + 1) ?? []).map(linkOf));
  }
}

function linkOf({ relation, forward, evidence, verified, validFrom, validTo, ...row }: LinkRow): CategoryLink {
  const { standard, kind, code, nameZh, nameEn, parentCode } = row;
  return {
    category: { standard, kind, code, nameZh, nameEn, parentCode },
    relation: forward ? relation : turned(relation),
    evidence,
    verified,
    validFrom,
    validTo,
  };
}
