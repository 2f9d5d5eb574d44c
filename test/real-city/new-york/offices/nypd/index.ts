import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { nypdMigrations } from '../../migrations/nypd/index.js';
import { nypdPrecinctFields } from './own-fields.js';
import { NypdPrecinctResolver } from './precinct.resolver.js';
import { nypdPrecinctTable } from './precinct.table.js';

/** New York City Police Department: everything particular to this office. */
export const nypd: DepartmentDefinition = {
  key: 'nypd',
  code: 'NYPD',
  nameZh: '纽约市警察局',
  nameEn: 'New York City Police Department',
  gridType: 'NypdPrecinct',
  matterType: null,
  idRules: {},
  unitFields: nypdPrecinctFields,
  matterFields: null,
  tables: [nypdPrecinctTable],
  migrations: nypdMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: NypdPrecinctResolver, instance: new NypdPrecinctResolver(reader) }],
};
