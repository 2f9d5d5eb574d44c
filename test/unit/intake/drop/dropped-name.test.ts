import { droppedName, isPassedOver, kinOf } from '../../../../src/features/intake/drop/dropped-name.js';

const nameOf = (text: string | Buffer): string => droppedName(Buffer.from(text as string)).name;

describe('the name of a dropped file', () => {
  test.each([
    ['a line break', 'matters\n2026.csv'],
    ['a list separator', 'a;b.csv'],
    ['a direction of writing', 'vsc.\u202Eexe'],
    ['a shell’s quotes', '$(rm -rf).csv`x`'],
    ['an escape', '\u001B[2J.csv'],
  ])('A68: is safe to be shown and given to a file of our own, though it holds %s', (_what, raw) => {
    const { name, raw: kept } = droppedName(Buffer.from(raw));
    expect(name).not.toMatch(/[\p{Cc}\p{Cf};`/\\]/u);
    expect(kept.toString()).toBe(raw);
  });

  test('A68: of 255 bytes is cut so that something may stand before and behind it, its ending kept', () => {
    const name = nameOf(`${'事'.repeat(82)}.csv.gz`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^事+…?\.csv\.gz$|^事+.*\.gz$/);
  });

  test('of an archive in GBK is read as such', () => {
    expect(droppedName(Buffer.from([0xca, 0xc2, 0xcf, 0xee, 0x2e, 0x63, 0x73, 0x76])).name).toBe('事项.csv');
  });

  test.each(['.hidden.csv', 'a.csv.part', 'a.tmp', 'b.crdownload', 'c.csv~', '~$d.xlsx', 'a.csv.done', 'a.csv.report.csv'])(
    'passes over %s',
    (name) => {
      expect(isPassedOver(name)).toBe(true);
    },
  );

  test('tells which files are to be read together', () => {
    expect(new Set(['单元网格.csv', '单元网格边界.geojson', '单元网格-20261122.csv'].map(kinOf))).toEqual(new Set(['单元网格']));
    expect(kinOf('unit-boundaries.geojson')).toBe(kinOf('unit.csv.gz'));
    expect(kinOf('matters.csv')).not.toBe(kinOf('posts.csv'));
  });
});
