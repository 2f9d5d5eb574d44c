import { ownMatterTable } from '../../../database/own-table.js';
import { petitionMatterFields } from '../own-fields.js';

/** The table `petition_matter` of the office's front database. */
export const petitionMatterTable = ownMatterTable(petitionMatterFields);
