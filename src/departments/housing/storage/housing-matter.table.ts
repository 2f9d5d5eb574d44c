import { ownMatterTable } from '../../../database/own-table.js';
import { housingMatterFields } from '../own-fields.js';

/** The table `housing_matter` of the office's front database. */
export const housingMatterTable = ownMatterTable(housingMatterFields);
