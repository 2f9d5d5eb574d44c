import { ownUnitTable } from '../../../database/own-table.js';
import { housingEstateFields } from '../own-fields.js';

/** The table `housing_estate` of the office's front database. */
export const housingEstateTable = ownUnitTable(housingEstateFields);
