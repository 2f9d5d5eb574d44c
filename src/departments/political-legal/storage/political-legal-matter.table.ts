import { ownMatterTable } from '../../../database/own-table.js';
import { politicalLegalMatterFields } from '../own-fields.js';

/** The table `political_legal_matter` of the office's front database. */
export const politicalLegalMatterTable = ownMatterTable(politicalLegalMatterFields);
