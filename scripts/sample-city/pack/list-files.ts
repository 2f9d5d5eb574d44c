import type { ListLine } from '../bodies/governing-lists.js';
import type { FormItem } from '../bodies/office-forms.js';
import { csvText } from './csv.js';
import type { PackFile } from './pack-file.js';

const lineColumns = [
  ...['list', 'edition', 'effective_from', 'published_by', 'standard', 'kind', 'category', 'division', 'organisation', 'task'],
  ...['temporary', 'valid_from', 'valid_to', 'document'],
];

const itemColumns = [
  ...['office', 'standard', 'kind', 'category', 'form', 'key', 'label', 'filled_from', 'required', 'valid_from', 'valid_to', 'document'],
];

/** The lists that govern and the offices' forms. */
export function listFiles(lines: readonly ListLine[], items: readonly FormItem[]): readonly PackFile[] {
  return [
    { path: 'lists.csv', text: csvText(lineColumns, lines.map(lineRow)) },
    { path: 'forms.csv', text: csvText(itemColumns, items.map(itemRow)) },
  ];
}

function lineRow({ effectiveFrom, publishedBy, temporary, validFrom, validTo, ...line }: ListLine): Readonly<Record<string, string>> {
  return {
    ...line,
    kind: 'MATTER',
    effective_from: effectiveFrom,
    published_by: publishedBy,
    temporary: String(temporary),
    valid_from: validFrom,
    valid_to: validTo,
    document: '',
  };
}

function itemRow({ filledFrom, required, ...item }: FormItem): Readonly<Record<string, string>> {
  return {
    ...item,
    kind: 'MATTER',
    filled_from: filledFrom,
    required: String(required),
    valid_from: '2025-01-01',
    valid_to: '',
    document: '示例：部门表单',
  };
}
