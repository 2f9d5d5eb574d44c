import type { TableSchema } from '../../../database/schema-parts.js';
import { admissionApplicationTable, admissionReviewTable } from './admissions/admission-application.table.js';
import { officeFormItemTable, officeFormTable } from './forms/office-form.table.js';
import { listEditionTable } from './lists/list-edition.table.js';
import { listItemTable } from './lists/list-item.table.js';

/** The tables of the lists that govern. */
export const catalogueTables: readonly TableSchema[] = [
  listEditionTable,
  listItemTable,
  admissionApplicationTable,
  admissionReviewTable,
  officeFormTable,
  officeFormItemTable,
];
