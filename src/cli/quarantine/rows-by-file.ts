import { plainCell } from '../plain-cell.js';
import { tableLines } from '../table.js';
import type { QuarantineWords } from './quarantine-words.js';
import type { ToldRow } from './told-row.js';

/** The refused rows of one file, the first of them at hand. */
interface FileGroup {
  readonly department: string | null;
  readonly file: string;
  readonly rows: ToldRow[];
  count: number;
}

const mostShown = 50;

/** Collects refused rows by office and file, so many of each that a screen can hold them, however many there are. */
export class RowsByFile {
  readonly #groups = new Map<string, FileGroup>();
  #open = 0;

  add(row: ToldRow): void {
    const { department, file } = row;
    const key = JSON.stringify([department, file]);
    const group = this.#groups.get(key) ?? { department, file, rows: [], count: 0 };
    this.#groups.set(key, group);
    group.count += 1;
    if (group.rows.length < mostShown) group.rows.push(row);
    if (row.clearedAt === null) this.#open += 1;
  }

  get open(): number {
    return this.#open;
  }

  /** A table a file, offices and files in order of their names, the city's own first. */
  lines(words: QuarantineWords, nameOf: (department: string | null) => string): readonly string[] {
    const groups = [...this.#groups.values()].sort((a, b) => compared(a.department ?? '', b.department ?? '') || compared(a.file, b.file));
    return groups.flatMap((group) => [
      `${nameOf(group.department)}  ${plainCell(group.file)}  ${words.rows(group.count)}`,
      ...tableOf(group, words).map((line) => `  ${line}`),
      ...(group.count > group.rows.length ? [`  ${words.more(group.count - group.rows.length)}`] : []),
      '',
    ]);
  }
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function tableOf({ rows }: FileGroup, { headings }: QuarantineWords): readonly string[] {
  const columns = [
    { heading: headings.row, isFigure: true },
    ...(['field', 'value', 'rule', 'remedy'] as const).map((name) => ({ heading: headings[name] })),
  ];
  const sorted = rows.toSorted((a, b) => (a.rowNumber ?? 0) - (b.rowNumber ?? 0));
  return tableLines(
    columns,
    sorted.map(({ rowNumber, field, value, rule, remedy }) => [
      rowNumber === null ? '' : String(rowNumber),
      ...[field, value, rule, remedy].map((text) => (text === null ? '' : plainCell(text))),
    ]),
  );
}
