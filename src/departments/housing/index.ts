import { housingMigrations } from '../../../migrations/housing/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { HousingEstateResolver } from './graphql/housing-estate.resolver.js';
import { HousingMatterResolver } from './graphql/housing-matter.resolver.js';
import { idRules } from './id-rules.js';
import { housingEstateFields, housingMatterFields } from './own-fields.js';
import { rowRules } from './row-rules.js';
import { housingEstateTable } from './storage/housing-estate.table.js';
import { housingMatterTable } from './storage/housing-matter.table.js';

/** Housing: everything particular to this office. */
export const housing: DepartmentDefinition = {
  key: 'housing',
  code: 'HOUSING',
  nameZh: '住建',
  nameEn: 'Housing',
  gridType: 'HousingEstate',
  matterType: 'HousingMatter',
  idRules,
  rowRules,
  unitFields: housingEstateFields,
  matterFields: housingMatterFields,
  tables: [housingEstateTable, housingMatterTable],
  migrations: housingMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [
    { type: HousingEstateResolver, instance: new HousingEstateResolver(reader) },
    { type: HousingMatterResolver, instance: new HousingMatterResolver(reader) },
  ],
};
