import { Readable } from 'node:stream';

import { type CsvError, type Info, parse, type Parser } from 'csv-parse';

import { fileLimits } from '../file-limits.js';

/** One record of a CSV text, and the line, from 1, on which it ends. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * A record that cannot be told into cells, and its line: `LONE_QUOTE` has a quote in a cell that has none around it. After the others nothing
 * can be read: more than {@link fileLimits.recordCharacters}, a quote left open, or text behind the quote that should end a cell.
 */
export interface BrokenRecord {
  readonly fault: 'LONE_QUOTE' | 'TOO_LONG' | 'OPEN_QUOTE' | 'TEXT_AFTER_QUOTE';
  readonly line: number;
}

/** What a CSV text is split into. */
export type SplitRecord = CsvRecord | BrokenRecord;

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Splits a CSV text that comes in pieces (RFC 4180; lines end in LF, CRLF or CR). Ends after the first record behind which nothing can be read. */
export async function* splitRecords(text: AsyncIterable<string>): AsyncGenerator<SplitRecord> {
  const parser = parse({
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: fileLimits.recordCharacters,
    info: true,
  });
  const broken: BrokenRecord[] = [];
  let line = 0;
  parser.on('skip', (error: CsvError) => broken.push(noticed(error)));
  feed(text, parser);
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    // A fault is heard of at once, while records from before it still wait to be read.
    for (const fault of broken.splice(0, broken.findLastIndex((one) => one.line <= info.lines) + 1)) {
      yield begunAt(fault, line + 1);
      if (endsFile(fault)) return;
    }
    line = info.lines;
    yield { cells: record, line };
  }
  for (const fault of broken) {
    yield begunAt(fault, line + 1);
    if (endsFile(fault)) return;
  }
}

/** Whether nothing behind a broken record can be told. */
export function endsFile({ fault }: BrokenRecord): boolean {
  return fault !== 'LONE_QUOTE';
}

function feed(text: AsyncIterable<string>, parser: Parser): void {
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  parser.on('close', () => source.destroy());
  source.pipe(parser);
}

const faults: Readonly<Record<string, BrokenRecord['fault']>> = {
  INVALID_OPENING_QUOTE: 'LONE_QUOTE',
  CSV_INVALID_CLOSING_QUOTE: 'TEXT_AFTER_QUOTE',
  CSV_MAX_RECORD_SIZE: 'TOO_LONG',
  CSV_QUOTE_NOT_CLOSED: 'OPEN_QUOTE',
};

/** A fault by the line on which the parser noticed it. */
function noticed(error: CsvError): BrokenRecord {
  const fault = faults[error.code];
  if (fault === undefined) throw error;
  return { fault, line: Number((error as CsvError & Partial<Info>).lines) };
}

/** What goes on and on is noticed late: its record began after the last one that was whole. */
function begunAt(broken: BrokenRecord, next: number): BrokenRecord {
  return broken.fault === 'OPEN_QUOTE' || broken.fault === 'TOO_LONG' ? { ...broken, line: next } : broken;
}
