import { ownMatterTable } from '../../../../../src/database/own-table.js';
import { hotlineRequestFields } from './own-fields.js';

/** The table `hotline_request` of the office's front database. */
export const hotlineRequestTable = ownMatterTable(hotlineRequestFields);
