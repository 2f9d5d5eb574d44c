import { ownUnitTable } from '../../../../../src/database/own-table.js';
import { doeSchoolDistrictFields } from './own-fields.js';

/** The table `doe_school_district` of the office's front database. */
export const doeSchoolDistrictTable = ownUnitTable(doeSchoolDistrictFields);
