import type { Sql } from '../../kernel/sql.js';
import { ListedGovernance } from './listed-governance.js';
import type { CatalogueSources, GoverningLists } from './ports.js';
import { readCounty } from './storage/county-reader.js';
import { ListReader } from './storage/list-reader.js';

export { catalogueTables } from './storage/tables.js';

/** What the catalogue needs of the house. */
export interface CatalogueNeeds {
  /** Reads of other features over a connection or a transaction. */
  readonly readersOn: (sql: Sql) => Pick<CatalogueSources, 'categories' | 'duties'>;
}

/** What the catalogue offers. */
export interface CatalogueParts {
  readonly lists: GoverningLists;
}

/** Builds the catalogue over the city index. */
export function wireCatalogue({ readersOn }: CatalogueNeeds): CatalogueParts {
  const sourcesOn = (sql: Sql): CatalogueSources => ({
    ...readersOn(sql),
    lists: new ListReader(sql),
    countyOf: (codes, at) => readCounty(sql, codes, at),
  });
  return { lists: new ListedGovernance(sourcesOn) };
}
