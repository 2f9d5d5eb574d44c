import type { CalendarDate } from '../../../../kernel/dates.js';
import type { DivisionCode } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { Declarant } from '../../../access/index.js';
import type { ListKind } from '../../list.js';
import type { EditionStore, NewEdition, NewestEdition } from '../../publishing/ports.js';
import { insertEdition } from './insert-edition.js';
import { itemColumns, itemOf, type ItemRow } from './item-row.js';

/** Keeps the editions that people publish in the city index. */
export class EditionTable implements EditionStore {
  lock(sql: Sql): Promise<void> {
    return lockEditions(sql);
  }

  async newest(sql: Sql, kind: ListKind): Promise<NewestEdition | null> {
    const [edition] = await sql.query<{ uuid: string; number: number; effectiveFrom: string }>(
      `select id as uuid, number, effective_from::text as "effectiveFrom" from list_edition
        where kind = $1 and recorded_to is null order by number desc limit 1`,
      [kind],
    );
    if (!edition) return null;
    const { uuid, ...told } = edition;
    const rows = await sql.query<ItemRow & { readonly applicationUuid: string | null }>(
      `select ${itemColumns}, item.application_id as "applicationUuid" from list_item item where item.edition_id = $1 order by item.ordinal`,
      [uuid],
    );
    return { ...told, items: rows.map((row) => ({ ...itemOf(row), applicationUuid: row.applicationUuid })) };
  }

  async unknownDivisions(sql: Sql, codes: readonly DivisionCode[], at: CalendarDate): Promise<readonly DivisionCode[]> {
    const rows = await sql.query<{ code: DivisionCode }>(
      `select code from unnest($1::text[]) asked (code)
        where not exists (select from division known where known.code = asked.code and known.recorded_to is null
          and known.valid_from <= $2 and (known.valid_to is null or known.valid_to > $2))`,
      [codes, at],
    );
    return rows.map(({ code }) => code);
  }

  publish(sql: Sql, edition: NewEdition, { document, recordedAt, ...by }: Declarant): Promise<string> {
    return insertEdition(sql, { ...edition, document, origin: 'DECLARED', by, recordedAt });
  }
}

/** Lets one publication or import at a time look and write, to the end of the transaction. */
export async function lockEditions(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('list_edition', 0))`);
}
