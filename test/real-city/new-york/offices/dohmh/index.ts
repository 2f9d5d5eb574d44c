import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { dohmhMigrations } from '../../migrations/dohmh/index.js';
import { DohmhHealthCenterDistrictResolver } from './health-center-district.resolver.js';
import { dohmhHealthCenterDistrictTable } from './health-center-district.table.js';
import { dohmhHealthCenterDistrictFields } from './own-fields.js';

/** Department of Health and Mental Hygiene: everything particular to this office. */
export const dohmh: DepartmentDefinition = {
  key: 'dohmh',
  code: 'DOHMH',
  nameZh: '纽约市健康与精神卫生局',
  nameEn: 'Department of Health and Mental Hygiene',
  gridType: 'DohmhHealthCenterDistrict',
  matterType: null,
  idRules: {},
  unitFields: dohmhHealthCenterDistrictFields,
  matterFields: null,
  tables: [dohmhHealthCenterDistrictTable],
  migrations: dohmhMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: DohmhHealthCenterDistrictResolver, instance: new DohmhHealthCenterDistrictResolver(reader) }],
};
