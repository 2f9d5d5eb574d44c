import { groupBy } from '../../../../kernel/group-by.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { CategoryKey } from '../../../categories/index.js';
import type { ListEdition, ListInForce, ListItem, ListKind } from '../../list.js';
import type { ListInstants, ListReadModel } from '../../ports.js';
import { itemColumns, itemOf, type ItemRow } from './item-row.js';

type FoundRow = { readonly listKind: ListKind; readonly number: number } & (
  (ItemRow & { readonly nearness: number }) | { readonly uuid: null }
);

/** What was believed at the instant in the parameter; now where it is null. */
const believed = (instant: string): string =>
  `(case when ${instant}::timestamptz is null then edition.recorded_to is null
         else edition.recorded_from <= ${instant} and (edition.recorded_to is null or edition.recorded_to > ${instant}) end)`;

const editionColumns = `edition.id as uuid, edition.kind, edition.number, edition.effective_from::text as "effectiveFrom",
  edition.document, edition.recorded_from as "recordedFrom",
  (select count(*)::int from list_item item where item.edition_id = edition.id) as items`;

/** Reads lists from the city index. */
export class ListReader implements ListReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  editions(kind: ListKind, knownAt: Date | null): Promise<readonly ListEdition[]> {
    return this.#sql.query<ListEdition>(
      `select ${editionColumns}, lead(edition.effective_from) over (order by edition.effective_from, edition.number)::text as "effectiveTo"
         from list_edition edition where edition.kind = $1 and ${believed('$2')}
        order by edition.effective_from desc, edition.number desc`,
      [kind, knownAt],
    );
  }

  async edition(uuid: string): Promise<ListEdition | null> {
    const [edition] = await this.#sql.query<ListEdition>(
      `select ${editionColumns}, (
                select min(later.effective_from)::text from list_edition later
                 where later.kind = edition.kind and later.recorded_to is null and later.effective_from > edition.effective_from) as "effectiveTo"
         from list_edition edition where edition.id = $1`,
      [uuid],
    );
    return edition ?? null;
  }

  async itemsOf(editionUuid: string): Promise<readonly ListItem[]> {
    const rows = await this.#sql.query<ItemRow>(
      `select ${itemColumns} from list_item item where item.edition_id = $1 order by item.ordinal`,
      [editionUuid],
    );
    return rows.map(itemOf);
  }

  async inForce(categories: readonly CategoryKey[], { at, knownAt }: ListInstants): Promise<readonly ListInForce[]> {
    const rows = await this.#sql.query<FoundRow>(
      `with wanted as (select * from unnest($3::text[], $4::text[], $5::text[]) with ordinality as key (standard, kind, code, place)),
            edition as (
              select distinct on (edition.kind) edition.id, edition.kind, edition.number from list_edition edition
               where edition.effective_from <= $1 and ${believed('$2')}
               order by edition.kind, edition.effective_from desc, edition.number desc),
            item as (
              select item.*, wanted.place from wanted join edition on true
                join list_item item on item.edition_id = edition.id
                 and (item.standard, item.category_kind, item.category_code) = (wanted.standard, wanted.kind, wanted.code)
                 and item.valid_from <= $1 and (item.valid_to is null or item.valid_to > $1))
       select edition.kind as "listKind", edition.number, item.place::int - 1 as nearness, ${itemColumns}
         from edition left join item on item.edition_id = edition.id order by edition.kind, item.place, item.ordinal`,
      [at, knownAt, categories.map((key) => key.standard), categories.map((key) => key.kind), categories.map((key) => key.code)],
    );
    return [...groupBy(rows, ({ listKind }) => listKind).values()].map(listOf);
  }
}

function listOf(rows: readonly FoundRow[]): ListInForce {
  const { listKind: kind, number } = rows[0]!;
  return { kind, number, items: rows.flatMap((row) => (row.uuid === null ? [] : [{ ...itemOf(row), nearness: row.nearness }])) };
}
