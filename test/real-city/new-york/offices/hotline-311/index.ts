import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { hotline311Migrations } from '../../migrations/hotline-311/index.js';
import { hotlineRequestFields } from './own-fields.js';
import { HotlineRequestResolver } from './request.resolver.js';
import { hotlineRequestTable } from './request.table.js';

/** The hotline 311, which takes requests for every agency and draws no grids: everything particular to this office. */
export const hotline311: DepartmentDefinition = {
  key: 'hotline-311',
  code: 'HOTLINE_311',
  nameZh: '311 热线',
  nameEn: 'Hotline 311',
  gridType: null,
  matterType: 'HotlineRequest',
  idRules: {},
  unitFields: null,
  matterFields: hotlineRequestFields,
  tables: [hotlineRequestTable],
  migrations: hotline311Migrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: HotlineRequestResolver, instance: new HotlineRequestResolver(reader) }],
};
