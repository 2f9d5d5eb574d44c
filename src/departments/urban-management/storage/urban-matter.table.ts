import { ownMatterTable } from '../../../database/own-table.js';
import { urbanMatterFields } from '../own-fields.js';

/** The table `urban_matter` of the office's front database. */
export const urbanMatterTable = ownMatterTable(urbanMatterFields);
