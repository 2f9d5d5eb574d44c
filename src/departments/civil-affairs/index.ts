import { civilAffairsMigrations } from '../../../migrations/civil-affairs/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { CivilAffairsGridResolver } from './graphql/civil-affairs-grid.resolver.js';
import { CivilAffairsMatterResolver } from './graphql/civil-affairs-matter.resolver.js';
import { idRules } from './id-rules.js';
import { civilCommunityFields, civilMatterFields } from './own-fields.js';
import { rowRules } from './row-rules.js';
import { civilCommunityTable } from './storage/civil-community.table.js';
import { civilMatterTable } from './storage/civil-matter.table.js';

/** Civil affairs: everything particular to this office. */
export const civilAffairs: DepartmentDefinition = {
  key: 'civil-affairs',
  code: 'CIVIL_AFFAIRS',
  nameZh: '民政',
  nameEn: 'Civil affairs',
  gridType: 'CivilAffairsGrid',
  matterType: 'CivilAffairsMatter',
  idRules,
  rowRules,
  unitFields: civilCommunityFields,
  matterFields: civilMatterFields,
  tables: [civilCommunityTable, civilMatterTable],
  migrations: civilAffairsMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [
    { type: CivilAffairsGridResolver, instance: new CivilAffairsGridResolver(reader) },
    { type: CivilAffairsMatterResolver, instance: new CivilAffairsMatterResolver(reader) },
  ],
};
