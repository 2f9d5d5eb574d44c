import type { Sql } from '../../../kernel/sql.js';
import type { ArrivalTerms, CatalogueWriter, FormItemArrival, ListLineArrival } from '../arrivals.js';
import { writeForms } from './forms/write-forms.js';
import { writeLists } from './lists/write-lists.js';

/** Brings a pack's lists and forms into the city index. */
export class PgCatalogueWriter implements CatalogueWriter {
  applyLists(sql: Sql, arrivals: readonly ListLineArrival[], terms: ArrivalTerms): Promise<number> {
    return writeLists(sql, arrivals, terms);
  }

  applyForms(sql: Sql, arrivals: readonly FormItemArrival[], terms: ArrivalTerms): Promise<number> {
    return writeForms(sql, arrivals, terms);
  }
}
