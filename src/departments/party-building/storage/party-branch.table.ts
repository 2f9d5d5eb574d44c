import { ownUnitTable } from '../../../database/own-table.js';
import { partyBranchFields } from '../own-fields.js';

/** The table `party_branch` of the office's front database. */
export const partyBranchTable = ownUnitTable(partyBranchFields);
