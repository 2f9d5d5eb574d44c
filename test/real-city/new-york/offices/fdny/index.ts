import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { fdnyMigrations } from '../../migrations/fdny/index.js';
import { FdnyBattalionResolver } from './battalion.resolver.js';
import { fdnyBattalionTable } from './battalion.table.js';
import { fdnyBattalionFields } from './own-fields.js';

/** Fire Department of New York: everything particular to this office. */
export const fdny: DepartmentDefinition = {
  key: 'fdny',
  code: 'FDNY',
  nameZh: '纽约市消防局',
  nameEn: 'Fire Department of New York',
  gridType: 'FdnyBattalion',
  matterType: null,
  idRules: {},
  unitFields: fdnyBattalionFields,
  matterFields: null,
  tables: [fdnyBattalionTable],
  migrations: fdnyMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: FdnyBattalionResolver, instance: new FdnyBattalionResolver(reader) }],
};
