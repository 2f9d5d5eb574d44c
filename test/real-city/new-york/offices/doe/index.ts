import type { DepartmentDefinition } from '../../../../../src/departments/contract.js';
import { doeMigrations } from '../../migrations/doe/index.js';
import { doeSchoolDistrictFields } from './own-fields.js';
import { DoeSchoolDistrictResolver } from './school-district.resolver.js';
import { doeSchoolDistrictTable } from './school-district.table.js';

/** Department of Education: everything particular to this office. */
export const doe: DepartmentDefinition = {
  key: 'doe',
  code: 'DOE',
  nameZh: '纽约市教育局',
  nameEn: 'Department of Education',
  gridType: 'DoeSchoolDistrict',
  matterType: null,
  idRules: {},
  unitFields: doeSchoolDistrictFields,
  matterFields: null,
  tables: [doeSchoolDistrictTable],
  migrations: doeMigrations,
  sealsMatters: false,
  staysHome: () => false,
  resolvers: (reader) => [{ type: DoeSchoolDistrictResolver, instance: new DoeSchoolDistrictResolver(reader) }],
};
