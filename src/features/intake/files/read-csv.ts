import { Readable } from 'node:stream';

import { type CsvError, type Info, parse, type Parser } from 'csv-parse';

import type { ManifestFile } from '../city-pack/manifest.js';
import { bindColumns } from '../rows/bind-columns.js';
import type { Layout } from '../rows/layouts.js';
import { type ReadRow, sourceRow } from '../rows/source-row.js';
import { fileFault } from './file-fault.js';
import { fileLimits } from './file-limits.js';
import { unguarded } from './formula-guard.js';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Reads the rows of a CSV text (RFC 4180, the first row names the columns). Values stay text; nothing is ever cast. */
export async function* readCsv(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: fileLimits.recordBytes,
    info: true,
  });
  const broken: CsvError[] = [];
  parser.on('skip', (error: CsvError) => broken.push(error));
  feed(text, parser);
  let columns: Columns | null = null;
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    for (const error of broken.splice(0)) {
      yield unreadable(error, line + 1);
      if (endsFile(error)) return;
    }
    line = info.lines;
    if (record.length === 1 && record[0] === '') continue;
    if (columns === null) columns = columnsOf(file, layout, record);
    else yield rowOf(file, columns, record, line);
  }
  for (const error of broken.slice(0, 1)) yield unreadable(error, line + 1);
  if (columns === null) throw empty(file);
}

function feed(text: AsyncIterable<string>, parser: Parser): void {
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  parser.on('close', () => source.destroy());
  source.pipe(parser);
}

interface Columns {
  readonly width: number;
  readonly position: ReadonlyMap<string, number>;
  readonly binding: ReturnType<typeof bindColumns>;
}

function columnsOf(file: ManifestFile, layout: Layout, header: readonly string[]): Columns {
  return {
    width: header.length,
    position: new Map(header.map((name, index) => [name, index])),
    binding: bindColumns(file, layout, header),
  };
}

function rowOf(file: ManifestFile, columns: Columns, record: readonly string[], line: number): ReadRow {
  if (record.length !== columns.width) {
    return {
      number: line,
      refusal: {
        field: null,
        value: record.join(','),
        code: 'BAD_USER_INPUT',
        expected: `${columns.width} cells as in the first row, not ${record.length}`,
        remedy: 'Quote cells that hold commas, quotes or line ends, and give every row all cells.',
      },
    };
  }
  const valueOf = (name: string): unknown => {
    const index = columns.position.get(name);
    return index === undefined ? undefined : unguarded(record[index]!);
  };
  return sourceRow({ file: file.path, number: line, binding: columns.binding, valueOf });
}

const endsFile = (error: CsvError): boolean => ['CSV_MAX_RECORD_SIZE', 'CSV_QUOTE_NOT_CLOSED'].includes(error.code);

function unreadable(error: CsvError, nextLine: number): ReadRow {
  const ends = endsFile(error);
  return {
    number: ends ? nextLine : Number((error as CsvError & Partial<Info>).lines ?? nextLine),
    endsFile: true,
    refusal: {
      field: null,
      value: null,
      code: 'BAD_USER_INPUT',
      expected: ends ? 'a quote that is closed within its record; nothing after this row could be read' : 'cells quoted as RFC 4180 says',
      remedy: 'Close the quote, and write a quote inside a quoted cell twice.',
    },
  };
}

function empty(file: ManifestFile): Error {
  return fileFault({
    file: file.path,
    message: 'expected a first row that names the columns, the file is empty.',
    messageZh: '首行应为列名，文件为空。',
    hint: 'Send the file again.',
  });
}
