import type { TableSchema } from '../../../database/schema-parts.js';
import { admissionApplicationTable, admissionReviewTable } from './admission-application.table.js';
import { listEditionTable } from './list-edition.table.js';
import { listItemTable } from './list-item.table.js';

/** The tables of the lists that govern. */
export const catalogueTables: readonly TableSchema[] = [listEditionTable, listItemTable, admissionApplicationTable, admissionReviewTable];
