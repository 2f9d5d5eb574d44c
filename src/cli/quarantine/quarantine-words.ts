/** The words of the report of refused rows, in the language of the terminal. */
export interface QuarantineWords {
  readonly headings: Readonly<Record<'department' | 'file' | 'row' | 'field' | 'value' | 'rule' | 'remedy' | 'since' | 'cleared', string>>;
  readonly city: string;
  readonly none: string;
  /** Behind a file: how many of its rows are told. */
  readonly rows: (count: number) => string;
  readonly more: (count: number) => string;
  readonly open: (count: number) => string;
  readonly written: (file: string, count: number) => string;
}

/** The words by language. */
export const quarantineWords: Readonly<Record<'zh' | 'en', QuarantineWords>> = {
  zh: {
    headings: {
      department: '部门',
      file: '文件',
      row: '行',
      field: '列',
      value: '收到',
      rule: '规则',
      remedy: '如何改正',
      since: '隔离时刻',
      cleared: '消除时刻',
    },
    city: '城市',
    none: '没有未消除的隔离行。',
    rows: (count) => `${count} 行`,
    more: (count) => `……另有 ${count} 行；全部见 --csv 或 --json。`,
    open: (count) => `共 ${count} 行未消除。改正后再次导入同名文件即可消除。`,
    written: (file, count) => `已写入 ${file}，共 ${count} 行。`,
  },
  en: {
    headings: {
      department: 'office',
      file: 'file',
      row: 'row',
      field: 'field',
      value: 'value',
      rule: 'rule',
      remedy: 'remedy',
      since: 'refused at',
      cleared: 'cleared at',
    },
    city: 'city',
    none: 'No refused row is open.',
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    more: (count) => `… and ${count} more; --csv or --json tells all.`,
    open: (count) =>
      `${count === 1 ? '1 row is' : `${count} rows are`} open. Correct them and import the file under the same name: that clears them.`,
    written: (file, count) => `${file}: ${count === 1 ? '1 row' : `${count} rows`} written.`,
  },
};
