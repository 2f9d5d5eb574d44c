import { partyBuildingMigrations } from '../../../migrations/party-building/index.js';
import type { DepartmentDefinition } from '../contract.js';
import { PartyBuildingGridResolver } from './graphql/party-building-grid.resolver.js';
import { PartyBuildingMatterResolver } from './graphql/party-building-matter.resolver.js';
import { idRules } from './id-rules.js';
import { partyBranchFields, partyMatterFields } from './own-fields.js';
import { rowRules } from './row-rules.js';
import { partyBranchTable } from './storage/party-branch.table.js';
import { partyMatterTable } from './storage/party-matter.table.js';

/** Party building: everything particular to this office. */
export const partyBuilding: DepartmentDefinition = {
  key: 'party-building',
  code: 'PARTY_BUILDING',
  nameZh: '党建',
  nameEn: 'Party building',
  gridType: 'PartyBuildingGrid',
  matterType: 'PartyBuildingMatter',
  idRules,
  rowRules,
  unitFields: partyBranchFields,
  matterFields: partyMatterFields,
  tables: [partyBranchTable, partyMatterTable],
  migrations: partyBuildingMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [
    { type: PartyBuildingGridResolver, instance: new PartyBuildingGridResolver(reader) },
    { type: PartyBuildingMatterResolver, instance: new PartyBuildingMatterResolver(reader) },
  ],
};
