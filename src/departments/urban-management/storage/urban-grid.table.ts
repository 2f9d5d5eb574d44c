import { ownUnitTable } from '../../../database/own-table.js';
import { urbanGridFields } from '../own-fields.js';

/** The table `urban_grid` of the office's front database. */
export const urbanGridTable = ownUnitTable(urbanGridFields);
