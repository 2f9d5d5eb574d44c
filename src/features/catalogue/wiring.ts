import type { Sql } from '../../kernel/sql.js';
import type { CatalogueWriter } from './arrivals.js';
import { OfficeForms } from './forms/forms.js';
import { ListedGovernance } from './listed-governance.js';
import type { CatalogueReading, CatalogueSources, GoverningLists, SourcesOn } from './ports.js';
import { Admissions } from './publishing/admissions.js';
import type { PublishingParts } from './publishing/ports.js';
import { Publications } from './publishing/publications.js';
import { ApplicationReader } from './storage/admissions/application-reader.js';
import { ApplicationTable } from './storage/admissions/application-table.js';
import { PgCatalogueWriter } from './storage/catalogue-writer.js';
import { FormReader } from './storage/forms/form-reader.js';
import { readCounty } from './storage/lists/county-reader.js';
import { EditionTable } from './storage/lists/edition-table.js';
import { ListReader } from './storage/lists/list-reader.js';

export { catalogueTables } from './storage/tables.js';

/** What the catalogue needs of the house. */
export interface CatalogueNeeds extends Omit<PublishingParts, 'editions' | 'applications' | 'sourcesOn'> {
  readonly sql: Sql;
  /** Reads of other features over a connection or a transaction. */
  readonly readersOn: (sql: Sql) => Pick<CatalogueSources, 'categories' | 'duties'>;
}

/** What the catalogue offers. */
export interface CatalogueParts {
  readonly lists: GoverningLists;
  readonly reading: CatalogueReading;
  readonly admissions: Admissions;
  readonly publications: Publications;
  readonly forms: OfficeForms;
}

type ReadersOn = CatalogueNeeds['readersOn'];

/** Builds what answers from lists and duties within whatever transaction it is asked in. */
export function governingLists(readersOn: ReadersOn): GoverningLists {
  return new ListedGovernance(sourcesOn(readersOn));
}

/** Builds the catalogue over the city index. */
export function wireCatalogue({ sql, readersOn, ...needs }: CatalogueNeeds): CatalogueParts {
  const lists = governingLists(readersOn);
  const parts = { ...needs, sourcesOn: sourcesOn(readersOn), editions: new EditionTable(), applications: new ApplicationTable() };
  return {
    lists,
    reading: {
      editions: new ListReader(sql),
      applications: new ApplicationReader(sql),
      admission: (asked) => lists.admissionOf(sql, asked),
      dispatchProposal: (asked) => lists.dispatchProposal(sql, asked),
    },
    admissions: new Admissions(parts),
    publications: new Publications(parts),
    forms: new OfficeForms(new FormReader(sql), readersOn(sql).categories),
  };
}

/** Builds what brings a pack's lists and forms into the index. */
export function catalogueWriter(): CatalogueWriter {
  return new PgCatalogueWriter();
}

const sourcesOn =
  (readersOn: ReadersOn): SourcesOn =>
  (sql) => ({ ...readersOn(sql), lists: new ListReader(sql), countyOf: (codes, at) => readCounty(sql, codes, at) });
