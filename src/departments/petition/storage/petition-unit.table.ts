import { ownUnitTable } from '../../../database/own-table.js';
import { petitionUnitFields } from '../own-fields.js';

/** The table `petition_unit` of the office's front database. */
export const petitionUnitTable = ownUnitTable(petitionUnitFields);
