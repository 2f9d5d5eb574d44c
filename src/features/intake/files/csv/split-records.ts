import { fileLimits } from '../file-limits.js';

/** One record of a CSV text, and the line, from 1, on which it ends. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * A record that cannot be told into cells, and the line on which it begins: quotes that RFC 4180 does not know, more than
 * {@link fileLimits.recordCharacters}, or a quote left open, after which nothing can be read.
 */
export interface BrokenRecord {
  readonly fault: 'QUOTES' | 'TOO_LONG' | 'OPEN_QUOTE';
  readonly line: number;
}

/** What a CSV text is split into. */
export type SplitRecord = CsvRecord | BrokenRecord;

/**
 * Splits a CSV text that comes in pieces (RFC 4180; lines end in LF, CRLF or CR). Written out rather than taken from csv-parse
 * because that reads 58,000 records of matters a second where this reads several times as many, and its error for a long record
 * ends the file. Holds at most one record and one piece.
 */
export class RecordSplitter {
  #text = '';
  #at = 0;
  #line = 1;
  #over = false;
  /** Inside a record that is too long to be held: whether a quoted cell of it is open; null while no record is. */
  #skipping: { quoted: boolean; readonly line: number } | null = null;
  readonly #next = { '"': -1, '\n': -1, '\r': -1 };

  /** Takes the next piece; answers the records that are whole by now. */
  take(piece: string): readonly SplitRecord[] {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#next['"'] = this.#next['\n'] = this.#next['\r'] = -1;
    return this.#records();
  }

  /** Takes the end of the text; answers what is left. */
  end(): readonly SplitRecord[] {
    this.#over = true;
    const records = this.take('');
    if (this.#skipping === null) return records;
    const { quoted, line } = this.#skipping;
    return [...records, { fault: quoted ? 'OPEN_QUOTE' : 'TOO_LONG', line }];
  }

  #records(): readonly SplitRecord[] {
    const records: SplitRecord[] = [];
    for (;;) {
      const record = this.#skipping === null ? this.#record() : this.#skip();
      if (record === null) return records;
      records.push(record);
      if ('fault' in record && record.fault === 'OPEN_QUOTE') {
        this.#at = this.#text.length;
        return records;
      }
    }
  }

  /** The next record; null where more of the text is needed or none is left. */
  #record(): SplitRecord | null {
    const begin = this.#at;
    if (begin === this.#text.length) return null;
    const end = this.#lineEnd(begin);
    const record = this.#find('"', begin) < (end ?? this.#text.length) ? this.#quotedRecord(begin) : this.#plainRecord(begin, end);
    if (record !== null || this.#text.length - begin <= fileLimits.recordCharacters) return record;
    this.#skipping = { quoted: false, line: this.#line };
    return this.#skip();
  }

  #plainRecord(begin: number, end: number | null): SplitRecord | null {
    if (end === null && !this.#over) return null;
    const line = this.#line;
    const text = this.#text.slice(begin, end ?? this.#text.length);
    this.#passLine(end);
    return text.length > fileLimits.recordCharacters ? { fault: 'TOO_LONG', line } : { cells: text.split(','), line };
  }

  #quotedRecord(begin: number): SplitRecord | null {
    const [cells, line]: [string[], number] = [[], this.#line];
    for (let at = begin; ;) {
      const cell = this.#text[at] === '"' ? this.#quotedCell(at) : this.#plainCell(at);
      if (cell === null) return this.#over ? { fault: 'OPEN_QUOTE', line } : null;
      if (cell === 'BROKEN') return this.#broken(at);
      if (cell.end - begin > fileLimits.recordCharacters) return null;
      cells.push(cell.text);
      if (this.#text[cell.end] === ',') {
        at = cell.end + 1;
        continue;
      }
      if (cell.end === this.#text.length && !this.#over) return null;
      if (this.#text[cell.end] === '\r' && cell.end + 1 === this.#text.length && !this.#over) return null;
      this.#line += lineEndsIn(this.#text.slice(begin, cell.end));
      const ends = this.#line;
      this.#passLine(cell.end === this.#text.length ? null : cell.end);
      return { cells, line: ends };
    }
  }

  /** A cell in quotes; null where its end is not there yet. */
  #quotedCell(at: number): Cell | 'BROKEN' | null {
    let close = this.#text.indexOf('"', at + 1);
    let doubled = false;
    while (close !== -1 && this.#text[close + 1] === '"') {
      doubled = true;
      close = this.#text.indexOf('"', close + 2);
    }
    if (close === -1 || (close + 1 === this.#text.length && !this.#over)) return null;
    const after = this.#text[close + 1];
    if (after !== undefined && after !== ',' && after !== '\n' && after !== '\r') return 'BROKEN';
    const text = this.#text.slice(at + 1, close);
    return { text: doubled ? text.replaceAll('""', '"') : text, end: close + 1 };
  }

  /** A cell without quotes; it ends at a comma, at the end of its line, or where the text ends so far. */
  #plainCell(at: number): Cell | 'BROKEN' {
    const comma = this.#text.indexOf(',', at);
    const end = Math.min(comma === -1 ? this.#text.length : comma, this.#find('\n', at), this.#find('\r', at));
    const text = this.#text.slice(at, end);
    return text.includes('"') ? 'BROKEN' : { text, end };
  }

  /** Leaves a record with odd quotes at the end of the line on which they stand. */
  #broken(at: number): SplitRecord | null {
    const end = this.#lineEnd(at);
    if (end === null && !this.#over) return null;
    const line = this.#line;
    this.#line += lineEndsIn(this.#text.slice(this.#at, at));
    this.#passLine(end);
    return { fault: 'QUOTES', line };
  }

  /** Goes through a record that is too long without keeping it, up to where it ends. */
  #skip(): SplitRecord | null {
    const state = this.#skipping!;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      const last = this.#at + 1 === this.#text.length && !this.#over;
      if (character === '"') {
        if (last) return null;
        const after = this.#text[this.#at + 1] ?? '\n';
        if (!state.quoted) state.quoted = true;
        else if (after === '"') this.#at += 1;
        else if (after === ',' || after === '\n' || after === '\r') state.quoted = false;
        else return { fault: 'OPEN_QUOTE', line: state.line };
      } else if (character === '\n' || character === '\r') {
        if (last && character === '\r') return null;
        const end = this.#at;
        if (state.quoted) {
          this.#line += 1;
          if (character === '\r' && this.#text[end + 1] === '\n') this.#at += 1;
          continue;
        }
        this.#passLine(end);
        this.#skipping = null;
        return { fault: 'TOO_LONG', line: state.line };
      }
    }
    return null;
  }

  /** Where the line ends on which a place stands; null where that is not known yet. */
  #lineEnd(at: number): number | null {
    const end = Math.min(this.#find('\n', at), this.#find('\r', at));
    if (end === Number.POSITIVE_INFINITY) return null;
    // A CR at the end of a piece may be half of a CRLF.
    return this.#text[end] === '\r' && end + 1 === this.#text.length && !this.#over ? null : end;
  }

  #passLine(end: number | null): void {
    if (end === null) {
      this.#at = this.#text.length;
      return;
    }
    this.#line += 1;
    this.#at = end + (this.#text[end] === '\r' && this.#text[end + 1] === '\n' ? 2 : 1);
  }

  /** The next place of a character; looked for once, so that a character that never comes costs one search a piece. */
  #find(character: '"' | '\n' | '\r', from: number): number {
    if (this.#next[character] >= from) return this.#next[character];
    const found = this.#text.indexOf(character, from);
    return (this.#next[character] = found === -1 ? Number.POSITIVE_INFINITY : found);
  }
}

interface Cell {
  readonly text: string;
  /** The place behind the cell. */
  readonly end: number;
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
