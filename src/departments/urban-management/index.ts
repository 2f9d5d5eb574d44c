import { urbanManagementMigrations } from '../../../migrations/urban-management/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { UrbanManagementGridResolver } from './graphql/urban-management-grid.resolver.js';
import { UrbanManagementMatterResolver } from './graphql/urban-management-matter.resolver.js';
import { idRules } from './id-rules.js';
import { urbanGridFields, urbanMatterFields } from './own-fields.js';
import { procedure } from './procedure.js';
import { rowRules } from './row-rules.js';
import { urbanGridTable } from './storage/urban-grid.table.js';
import { urbanMatterTable } from './storage/urban-matter.table.js';

/** Urban management: everything particular to this office. */
export const urbanManagement: DepartmentDefinition = {
  key: 'urban-management',
  code: 'URBAN_MANAGEMENT',
  nameZh: '城管',
  nameEn: 'Urban management',
  gridType: 'UrbanManagementGrid',
  matterType: 'UrbanManagementMatter',
  idRules,
  rowRules,
  unitFields: urbanGridFields,
  matterFields: urbanMatterFields,
  tables: [urbanGridTable, urbanMatterTable],
  migrations: urbanManagementMigrations,
  sealsMatters: false,
  procedure,
  staysHome: () => false,
  resolvers: (reader) => [
    { type: UrbanManagementGridResolver, instance: new UrbanManagementGridResolver(reader) },
    { type: UrbanManagementMatterResolver, instance: new UrbanManagementMatterResolver(reader) },
  ],
};
