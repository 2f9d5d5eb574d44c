import { importLines } from '../../../src/cli/import-office.js';
import type { OfficeImportOutcome } from '../../../src/features/intake/index.js';

const aFile = (parts: Partial<OfficeImportOutcome['files'][number]>): OfficeImportOutcome['files'][number] => ({
  ...{ file: '事项.csv', runId: '', department: 'LIGHTHOUSE', read: 0, accepted: 0, quarantined: 0, older: 0, changed: 0, repaired: 0 },
  ...{ findings: [], refused: [], failure: null, unchanged: false },
  ...parts,
});
const aRow = {
  file: '事项.csv',
  rowNumber: 7,
  field: '状态',
  value: '办好',
  rule: 'BAD_USER_INPUT: expected one of REPORTED',
  remedy: 'Use one of these words.',
};
const lines = (files: OfficeImportOutcome['files'], parts: Partial<OfficeImportOutcome> = {}, dryRun = false): readonly string[] =>
  importLines({ files, changed: 3, isStopped: false, ...parts }, { office: 'lighthouse', dryRun });

describe('what an import of files tells at a terminal', () => {
  test('is a line a file, the refused rows with place, value, rule and remedy, and where the others are', () => {
    expect(
      lines([aFile({ read: 30, accepted: 5, quarantined: 25, changed: 3, refused: [aRow] }), aFile({ file: '楼栋.csv', unchanged: true })]),
    ).toEqual([
      'file      read  accepted  quarantined  older  changed  state',
      '事项.csv    30         5           25      0        3  done',
      '楼栋.csv     0         0            0      0        0  unchanged',
      'REFUSED 事项.csv, row 7, field 状态: BAD_USER_INPUT: expected one of REPORTED, got "办好". Use one of these words.',
      '… 24 more of 事项.csv: npx allgrid quarantine --office lighthouse',
      '3 records changed in the city index.',
    ]);
  });

  test('says how to go on where it was stopped, and that a dry run wrote nothing', () => {
    expect(lines([aFile({ failure: 'stopped as asked' })], { isStopped: true }).slice(2)).toEqual([
      'FAILED stopped as asked',
      'Stopped before the end. Run the same command again: it goes on from there.',
    ]);
    expect(lines([aFile({})], {}, true).at(-1)).toBe('Dry run: nothing was written.');
  });

  test('moves no cursor, whatever a file is called', () => {
    expect(lines([aFile({ file: 'a\u001b[2J.csv' })])[1]).toContain('a\\u{1b}[2J.csv');
  });
});
