import type { ManifestFile } from '../city-pack/manifest.js';
import type { Layout } from '../rows/layouts.js';
import type { ReadRow } from '../rows/source-row.js';
import { type BrokenRecord, RecordSplitter, type SplitRecord } from './csv/split-records.js';
import { fileLimits } from './file-limits.js';
import { unguarded } from './formula-guard.js';
import { HeadedRows } from './headed-rows.js';

/** Reads the rows of a CSV text (RFC 4180, the first row that is not blank names the columns). Values stay text; nothing is ever cast. */
export async function* readCsv(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const rows = new HeadedRows(file, layout, 'REFUSED');
  for await (const records of recordsOf(text)) {
    for (const record of records) {
      const row = 'fault' in record ? unreadable(record) : rows.row(record.cells.map(unguarded), record.line);
      if (row !== null) yield row;
      if ('fault' in record && record.fault === 'OPEN_QUOTE') return;
    }
  }
  rows.end();
}

async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<readonly SplitRecord[]> {
  const splitter = new RecordSplitter();
  for await (const piece of text) yield splitter.take(piece);
  yield splitter.end();
}

const quoting = 'Close the quote, and write a quote inside a quoted cell twice.';

const told: Readonly<Record<BrokenRecord['fault'], { readonly expected: string; readonly remedy: string }>> = {
  QUOTES: { expected: 'cells quoted as RFC 4180 says', remedy: quoting },
  OPEN_QUOTE: { expected: 'a quote that is closed within its record; nothing after this row could be read', remedy: quoting },
  TOO_LONG: {
    expected: `a record of at most ${fileLimits.recordCharacters} characters`,
    remedy: 'Shorten the cells; if a quote was left open, close it: the rows after it were swallowed.',
  },
};

function unreadable({ fault, line }: BrokenRecord): ReadRow {
  return { number: line, endsFile: true, refusal: { field: null, value: null, code: 'BAD_USER_INPUT', ...told[fault] } };
}
