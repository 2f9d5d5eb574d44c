import { csvLines } from './csv-text.js';
import type { TemplateTable } from './template-tables.js';
import { bytesOf, headOf } from './text-encoding.js';

/** A table as an empty CSV file: a byte order mark and the headers. */
export function templateCsv({ columns }: TemplateTable): Buffer {
  return bytesOf(headOf('utf-8') + csvLines([columns.map(({ headerZh }) => headerZh)]), 'utf-8');
}
