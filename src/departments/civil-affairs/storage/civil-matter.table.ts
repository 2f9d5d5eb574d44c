import { ownMatterTable } from '../../../database/own-table.js';
import { civilMatterFields } from '../own-fields.js';

/** The table `civil_matter` of the office's front database. */
export const civilMatterTable = ownMatterTable(civilMatterFields);
