import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { Concern, FindOrganisation } from '../access/index.js';
import { OrganisationIdDeclarations, type OrganisationIdParts } from './declare-organisation-id.js';
import { DutyMoves } from './move-duties.js';
import type { ElementIndexWriter, ElementPlaces } from './ports.js';
import type { DutyReadModel, ElementReadModel, OrganisationIdReadModel, OrganisationReadModel, PeopleReadModel } from './read-models.js';
import { readCountedBuildings } from './storage/building-reader.js';
import { readDutyGround } from './storage/duty-ground.js';
import { DutyMoveTable } from './storage/duty-move-table.js';
import { DutyReader } from './storage/duty-reader.js';
import { PgElementPlaces } from './storage/element-places.js';
import { ElementReader } from './storage/element-reader.js';
import { ElementWriter } from './storage/element-writer.js';
import { findOrganisation } from './storage/find-organisation.js';
import { readOrganisationConcern } from './storage/organisation-concern.js';
import { OrganisationIdReader } from './storage/organisation-id-reader.js';
import { OrganisationIdTable } from './storage/organisation-id-table.js';
import { OrganisationReader } from './storage/organisation-reader.js';
import { PeopleReader } from './storage/people-reader.js';

export { elementsTables } from './storage/tables.js';

/** What elements offers. */
export interface ElementsParts {
  readonly writer: ElementIndexWriter;
  readonly elements: ElementReadModel;
  readonly elementPlaces: ElementPlaces;
  readonly organisations: OrganisationReadModel;
  readonly organisationIds: OrganisationIdReadModel;
  readonly people: PeopleReadModel;
  readonly duties: DutyReadModel;
  readonly findOrganisation: FindOrganisation;
  /** Whose data a decision about organisations touches, and where. */
  readonly organisationConcern: (sql: Sql, uuids: readonly string[]) => Promise<Concern>;
  /** Where every building with an address code stands. */
  readonly countedBuildings: () => ReturnType<typeof readCountedBuildings>;
  /** Where organisations of each office have duties in force on a day. */
  readonly dutyGround: (instants: Parameters<typeof readDutyGround>[1]) => ReturnType<typeof readDutyGround>;
}

/** Builds elements over the city index. */
export function wireElements(index: Sql, inTransaction: InTransaction): ElementsParts {
  return {
    writer: new ElementWriter(),
    elements: new ElementReader(index),
    elementPlaces: new PgElementPlaces(index, inTransaction),
    organisations: new OrganisationReader(index),
    organisationIds: new OrganisationIdReader(index),
    people: new PeopleReader(index),
    duties: dutyReader(index),
    findOrganisation,
    organisationConcern: readOrganisationConcern,
    countedBuildings: () => readCountedBuildings(index),
    dutyGround: (instants) => readDutyGround(index, instants),
  };
}

/** Reads duties over a connection or a transaction. */
export function dutyReader(sql: Sql): DutyReadModel {
  return new DutyReader(sql);
}

/** What takes people's statements of organisations. */
export interface OrganisationDeclarations {
  readonly ids: OrganisationIdDeclarations;
  readonly moves: DutyMoves;
}

/** Builds what takes people's statements of organisations. */
export function wireOrganisationDeclarations(needs: Omit<OrganisationIdParts, 'store'>): OrganisationDeclarations {
  return {
    ids: new OrganisationIdDeclarations({ ...needs, store: new OrganisationIdTable() }),
    moves: new DutyMoves({ ...needs, store: new DutyMoveTable() }),
  };
}
