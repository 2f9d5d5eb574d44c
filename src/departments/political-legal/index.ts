import { politicalLegalMigrations } from '../../../migrations/political-legal/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { PoliticalLegalGridResolver } from './graphql/political-legal-grid.resolver.js';
import { PoliticalLegalMatterResolver } from './graphql/political-legal-matter.resolver.js';
import { idRules } from './id-rules.js';
import { politicalLegalGridFields, politicalLegalMatterFields } from './own-fields.js';
import { rowRules } from './row-rules.js';
import { politicalLegalGridTable } from './storage/political-legal-grid.table.js';
import { politicalLegalMatterTable } from './storage/political-legal-matter.table.js';

/** Political-legal affairs: everything particular to this office. */
export const politicalLegal: DepartmentDefinition = {
  key: 'political-legal',
  code: 'POLITICAL_LEGAL',
  nameZh: '政法综治',
  nameEn: 'Political-legal affairs',
  gridType: 'PoliticalLegalGrid',
  matterType: 'PoliticalLegalMatter',
  idRules,
  rowRules,
  unitFields: politicalLegalGridFields,
  matterFields: politicalLegalMatterFields,
  tables: [politicalLegalGridTable, politicalLegalMatterTable],
  migrations: politicalLegalMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [
    { type: PoliticalLegalGridResolver, instance: new PoliticalLegalGridResolver(reader) },
    { type: PoliticalLegalMatterResolver, instance: new PoliticalLegalMatterResolver(reader) },
  ],
};
