import type { ByteSource } from '../byte-source.js';
import { fileFault } from '../file-fault.js';
import { fileLimits } from '../file-limits.js';
import { rowsOf } from './cell-reference.js';

/** Cells that are shown as one. */
export interface MergedRange {
  /** As the sheet writes it: `A1:C1`. */
  readonly range: string;
  readonly first: number;
  readonly last: number;
}

// Tags are looked for without reading the XML, which takes a tenth of the time.
const tag = /<(?:\w+:)?(?:(row)[\s>/]|mergeCell\s[^>]{0,200}?ref="([A-Z0-9:]{2,30})")/g;
const longestTag = 256;

/**
 * Goes once through a sheet before its rows are read: unpacks all of it, so that a bomb is found before anything is taken, and
 * finds the ranges that are merged, which stand behind the rows. Throws `FILE_TOO_LARGE`, and what reading its bytes throws.
 */
export async function surveySheet(bytes: ByteSource): Promise<readonly MergedRange[]> {
  const merged: MergedRange[] = [];
  let [rows, rest] = [0, ''];
  for await (const chunk of bytes.read()) {
    const text = rest + chunk.toString('latin1');
    let end = 0;
    for (const found of text.matchAll(tag)) {
      end = found.index + found[0].length;
      if (found[1] !== undefined) rows += 1;
      else merged.push(mergedRange(found[2]!));
    }
    if (rows > fileLimits.sheetRows) throw tooLarge(bytes.name, fileLimits.sheetRows, 'rows', '行');
    if (merged.length > fileLimits.mergedRanges) throw tooLarge(bytes.name, fileLimits.mergedRanges, 'merged ranges', '处合并单元格');
    rest = text.slice(Math.max(end, text.length - longestTag));
  }
  return merged.toSorted((a, b) => a.first - b.first);
}

function mergedRange(range: string): MergedRange {
  const [first, last] = rowsOf(range);
  return { range, first, last };
}

function tooLarge(name: string, most: number, what: string, whatZh: string): Error {
  return fileFault({
    file: name,
    code: 'FILE_TOO_LARGE',
    message: `expected at most ${most} ${what} in one sheet.`,
    messageZh: `单个工作表不得超过 ${most} ${whatZh}。`,
    hint: 'Split the sheet, or send it as CSV.',
  });
}
