import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { communityBoardsMigrations } from '../../migrations/community-boards/index.js';
import { CommunityDistrictResolver } from './community-district.resolver.js';
import { communityDistrictTable } from './community-district.table.js';
import { communityDistrictFields } from './own-fields.js';

/** Community Boards: everything particular to this office. */
export const communityBoards: DepartmentDefinition = {
  key: 'community-boards',
  code: 'COMMUNITY_BOARDS',
  nameZh: '社区委员会',
  nameEn: 'Community Boards',
  gridType: 'CommunityDistrict',
  matterType: null,
  idRules: {},
  unitFields: communityDistrictFields,
  matterFields: null,
  tables: [communityDistrictTable],
  migrations: communityBoardsMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: CommunityDistrictResolver, instance: new CommunityDistrictResolver(reader) }],
};
