import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CsvReport } from '../../../src/cli/quarantine/csv-report.js';
import { quarantineWords } from '../../../src/cli/quarantine/quarantine-words.js';
import { RowsByFile } from '../../../src/cli/quarantine/rows-by-file.js';
import type { ToldRow } from '../../../src/cli/quarantine/told-row.js';
import { terminalLanguage } from '../../../src/config/terminal-language.js';

const nameOf = (department: string | null): string => department ?? 'city';
const aRow = (parts: Partial<ToldRow> = {}): ToldRow => ({
  ...{ id: '1', runId: '', department: 'LIGHTHOUSE', file: '事项.csv', rowNumber: 7, field: '状态', value: '跳舞' },
  ...{ rule: 'BAD_USER_INPUT: expected a state', remedy: 'Correct the cell.', clearedAt: null, clearedBy: null },
  quarantinedAt: new Date('2026-03-01T04:00:00Z'),
  ...parts,
});

describe('a report of refused rows', () => {
  test('is a table a file, rows in their order, in Chinese where the terminal is', () => {
    const found = new RowsByFile();
    for (const row of [aRow({ rowNumber: 9 }), aRow(), aRow({ file: '楼栋.csv', rowNumber: null })]) found.add(row);
    expect(found.open).toBe(3);
    const lines = found.lines(quarantineWords.zh, nameOf);
    expect(lines[0]).toBe('LIGHTHOUSE  事项.csv  2 行');
    expect(lines[1]).toMatch(/^ +行 {2}列 +收到 +规则 +如何改正$/);
    expect(lines.slice(2, 4).map((line) => line.trim().split(/ {2,}/)[0])).toEqual(['7', '9']);
    expect(lines[5]).toBe('LIGHTHOUSE  楼栋.csv  1 行');
  });

  test('holds a screen of each file, however many rows there are, and says how many more', () => {
    const found = new RowsByFile();
    for (let nth = 0; nth < 60; nth += 1) found.add(aRow({ rowNumber: nth }));
    const lines = found.lines(quarantineWords.en, nameOf);
    expect(lines).toHaveLength(54);
    expect(lines.at(-2)).toContain('10 more');
  });

  test('A68: lets no name and no value of a file move what else stands on the terminal', () => {
    const found = new RowsByFile();
    found.add(aRow({ file: 'a\u202Egpj.exe\nb', value: '\u001B[2Jgone\u0007' }));
    const text = found.lines(quarantineWords.en, nameOf).join('\n');
    for (const moving of ['\u001B', '\u0007', '\u202E']) expect(text).not.toContain(moving);
    expect(text).toContain('a\\u{202e}gpj.exe\\u{a}b');
  });

  test('is written as CSV that a spreadsheet opens and computes nothing of, for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'allgrid-report-'));
    const path = join(folder, 'refused.csv');
    const begin = (replaces: boolean) => CsvReport.begin(path, { words: quarantineWords.zh, replaces });
    const report = await begin(false);
    await report.add([aRow({ value: '=HYPERLINK("http://x")', field: '@状态' })], nameOf);
    await report.end();
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('\uFEFF部门,文件,行,列,收到,规则,如何改正,隔离时刻,消除时刻\r\n')).toBe(true);
    expect(text).toContain(`,7,'@状态,"'=HYPERLINK(""http://x"")",`);
    expect((await stat(path)).mode & 0o077).toBe(0);
    await expect(begin(false)).rejects.toMatchObject({ code: 'CONFLICT' });
    await (await begin(true)).end();
    await rm(folder, { recursive: true });
  });
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{}, 'en'],
])('%j means the language %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language);
});
