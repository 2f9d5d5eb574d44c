import { writeFile } from 'node:fs/promises';

import { csvLines } from '../export/csv-text.js';
import type { HeldRow } from '../runs/quarantine.js';
import type { DroppedFileEnd } from './import-taken.js';

/** What is told of a dropped file beside it. */
export interface DropTold {
  readonly file: string;
  /** Null where no import ended with it. */
  readonly end: DroppedFileEnd | null;
  /** Why it was not taken; null where it was. */
  readonly why: string | null;
  readonly rows: AsyncIterable<readonly HeldRow[]> | null;
}

const headings = ['行 row', '列 field', '收到 value', '规则 rule', '如何改正 remedy'];

/** Writes the report of a dropped file for its office's people: what became of it, then its refused rows; spreadsheets open it and compute nothing of it. */
export async function writeDropReport(path: string, { file, end, why, rows }: DropTold): Promise<void> {
  const what = why === null ? '已收下 taken' : '未收下 not taken';
  const counts =
    end === null
      ? []
      : ([
          ['读到 read', end.read],
          ['收下 accepted', end.accepted],
          ['隔离 quarantined', end.quarantined],
        ] as const);
  const head = [['文件 file', file], ['结果 outcome', what], ...(why === null ? [] : [['原因 reason', why]]), ...counts];
  await writeFile(path, `\uFEFF${csvLines(head)}`, { mode: 0o640 });
  if (rows === null) return;
  await writeFile(path, csvLines([[''], headings]), { flag: 'a' });
  for await (const page of rows) {
    const cells = page.map(({ rowNumber, field, value, rule, remedy }) => [rowNumber, field, value, rule, remedy]);
    await writeFile(path, csvLines(cells), { flag: 'a' });
  }
}
