import { ownUnitTable } from '../../../database/own-table.js';
import { politicalLegalGridFields } from '../own-fields.js';

/** The table `political_legal_grid` of the office's front database. */
export const politicalLegalGridTable = ownUnitTable(politicalLegalGridFields);
