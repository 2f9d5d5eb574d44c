import { ownUnitTable } from '../../../../../src/database/own-table.js';
import { fdnyBattalionFields } from './own-fields.js';

/** The table `fdny_battalion` of the office's front database. */
export const fdnyBattalionTable = ownUnitTable(fdnyBattalionFields);
