import type { ManifestFile } from '../city-pack/manifest.js';
import type { Layout } from '../rows/layouts.js';
import type { ReadRow } from '../rows/source-row.js';
import { type BrokenRecord, splitRecords } from './csv/split-records.js';
import { fileLimits } from './file-limits.js';
import { unguarded } from './formula-guard.js';
import { HeadedRows } from './headed-rows.js';

/** Reads the rows of a CSV text (RFC 4180, the first row that is not blank names the columns). Values stay text; nothing is ever cast. */
export async function* readCsv(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const rows = new HeadedRows(file, layout, 'REFUSED');
  for await (const record of splitRecords(text)) {
    const row = 'fault' in record ? unreadable(record) : rows.row(record.cells.map(unguarded), record.line);
    if (row !== null) yield row;
  }
  rows.end();
}

const quoting = 'Close the quote, and write a quote inside a quoted cell twice.';

const told: Readonly<Record<BrokenRecord['fault'], { readonly expected: string; readonly remedy: string }>> = {
  LONE_QUOTE: { expected: 'cells quoted as RFC 4180 says', remedy: quoting },
  TEXT_AFTER_QUOTE: {
    expected: 'nothing between the quote that ends a cell and the next comma; nothing after this row could be read',
    remedy: quoting,
  },
  OPEN_QUOTE: { expected: 'a quote that is closed within its record; nothing after this row could be read', remedy: quoting },
  TOO_LONG: {
    expected: `a record of at most ${fileLimits.recordCharacters} characters; nothing after this row could be read`,
    remedy: 'Shorten the cells; if a quote was left open, close it: the rows after it were swallowed.',
  },
};

function unreadable({ fault, line }: BrokenRecord): ReadRow {
  return { number: line, endsFile: true, refusal: { field: null, value: null, code: 'BAD_USER_INPUT', ...told[fault] } };
}
