import { ownUnitTable } from '../../../../../src/database/own-table.js';
import { communityDistrictFields } from './own-fields.js';

/** The table `community_district` of the office's front database. */
export const communityDistrictTable = ownUnitTable(communityDistrictFields);
