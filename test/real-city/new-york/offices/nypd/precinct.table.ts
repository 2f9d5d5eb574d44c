import { ownUnitTable } from '../../../../../src/database/own-table.js';
import { nypdPrecinctFields } from './own-fields.js';

/** The table `nypd_precinct` of the office's front database. */
export const nypdPrecinctTable = ownUnitTable(nypdPrecinctFields);
