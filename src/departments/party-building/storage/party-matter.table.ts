import { ownMatterTable } from '../../../database/own-table.js';
import { partyMatterFields } from '../own-fields.js';

/** The table `party_matter` of the office's front database. */
export const partyMatterTable = ownMatterTable(partyMatterFields);
