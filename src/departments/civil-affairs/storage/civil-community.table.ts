import { ownUnitTable } from '../../../database/own-table.js';
import { civilCommunityFields } from '../own-fields.js';

/** The table `civil_community` of the office's front database. */
export const civilCommunityTable = ownUnitTable(civilCommunityFields);
