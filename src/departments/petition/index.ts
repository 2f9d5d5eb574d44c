import { petitionMigrations } from '../../../migrations/petition/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { mayBeAccusation } from './accusation.js';
import { PetitionGridResolver } from './graphql/petition-grid.resolver.js';
import { PetitionMatterResolver } from './graphql/petition-matter.resolver.js';
import { idRules } from './id-rules.js';
import { petitionMatterFields, petitionUnitFields } from './own-fields.js';
import { procedure } from './procedure.js';
import { rowRules } from './row-rules.js';
import { petitionMatterTable } from './storage/petition-matter.table.js';
import { petitionUnitTable } from './storage/petition-unit.table.js';

/** Petitions: everything particular to this office. */
export const petition: DepartmentDefinition = {
  key: 'petition',
  code: 'PETITION',
  nameZh: '信访',
  nameEn: 'Petitions',
  gridType: 'PetitionGrid',
  matterType: 'PetitionMatter',
  idRules,
  rowRules,
  unitFields: petitionUnitFields,
  matterFields: petitionMatterFields,
  tables: [petitionUnitTable, petitionMatterTable],
  migrations: petitionMigrations,
  sealsMatters: true,
  procedure,
  staysHome: mayBeAccusation,
  resolvers: (reader) => [
    { type: PetitionGridResolver, instance: new PetitionGridResolver(reader) },
    { type: PetitionMatterResolver, instance: new PetitionMatterResolver(reader) },
  ],
};
