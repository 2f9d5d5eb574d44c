import { type FileHandle, open } from 'node:fs/promises';

import { csvLines } from '../../features/intake/index.js';
import { CityError } from '../../kernel/city-error.js';
import type { QuarantineWords } from './quarantine-words.js';
import type { ToldRow } from './told-row.js';

const columns = ['department', 'file', 'row', 'field', 'value', 'rule', 'remedy', 'since', 'cleared'] as const;

/** A report of refused rows that a spreadsheet opens: UTF-8 with its mark, nothing in it a formula, and for its owner's eyes alone. */
export class CsvReport {
  private constructor(private readonly handle: FileHandle) {}

  /** Begins the file; throws `CONFLICT` where one of this name stands and may not give way. */
  static async begin(
    path: string,
    { words, replaces }: { readonly words: QuarantineWords; readonly replaces: boolean },
  ): Promise<CsvReport> {
    const handle = await open(path, replaces ? 'w' : 'wx', 0o600).catch((cause: unknown) => {
      throw unwritable(path, cause);
    });
    await handle.write(`\uFEFF${csvLines([columns.map((column) => words.headings[column])])}`);
    return new CsvReport(handle);
  }

  async add(rows: readonly ToldRow[], nameOf: (department: string | null) => string): Promise<void> {
    const cells = rows.map(({ department, file, rowNumber, field, value, rule, remedy, quarantinedAt, clearedAt }) => [
      ...[nameOf(department), file, rowNumber, field, value, rule, remedy],
      ...[quarantinedAt, clearedAt].map((at) => at?.toISOString() ?? null),
    ]);
    await this.handle.write(csvLines(cells));
  }

  async end(): Promise<void> {
    await this.handle.close();
  }
}

function unwritable(path: string, cause: unknown): CityError {
  const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
  return new CityError({
    code: isThere ? 'CONFLICT' : 'BAD_USER_INPUT',
    message: isThere ? `Expected no file ${path}; there is one.` : `Expected that ${path} can be written, but it cannot.`,
    messageZh: isThere ? `文件 ${path} 已存在。` : `无法写入 ${path}。`,
    hint: isThere
      ? 'Name another file, or let this one give way with --replace.'
      : 'Name a file in a folder that is there and may be written to.',
    cause,
  });
}
