import { ownUnitTable } from '../../../../../src/database/own-table.js';
import { dohmhHealthCenterDistrictFields } from './own-fields.js';

/** The table `dohmh_health_center_district` of the office's front database. */
export const dohmhHealthCenterDistrictTable = ownUnitTable(dohmhHealthCenterDistrictFields);
