import { copyFile, readFile } from 'node:fs/promises';

import type { ExportFormat } from '../../../src/features/intake/export/export-wish.js';
import type { ExportWish } from '../../../src/features/intake/index.js';
import { OfficeExports } from '../../support/intake/exported-office.js';
import { frontFingerprints } from '../../support/intake/front-fingerprints.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
let exports: OfficeExports;

const management = '1199010000000001AJ';
/** What no cell should do harm with, and no way there and back may change. */
const hostile = [
  '=cmd|"/C calc"!A0',
  '+86-10-0000,"quoted"',
  '-1',
  '@SUM(A1:A9)',
  "''=led by apostrophes",
  "'tis no formula",
  '第一行\r\n第二行\n\t第三行',
  '_x000D_ and \u0001 and \u2028',
  '䶮 𠮷 😀 é',
  '1.10101E+17 007 true 是',
  '<b>&amp;</b> ]]>',
] as const;
/** Ids that a spreadsheet would ruin. */
const ids = [
  '000123456789012345678',
  '1.5',
  '=HYPERLINK(1)',
  '+7',
  'é😀',
  'true',
  '2026-01-31',
  '-0',
  '1E05号',
  '_x0041_',
  '<&">',
] as const;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

beforeAll(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  exports = await OfficeExports.of(city);
  await pack.replace('manifest.json', '"anchor": "2026-03-01"', '"anchor": null');
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  await pack.append(
    'lighthouse/matters.csv',
    hostile
      .map((text, nth) =>
        line([
          ...[
            ids[nth]!,
            'light-2020',
            'MATTER',
            '0101',
            text,
            nth % 2 ? text : '',
            'GRID',
            'HANDLING',
            text,
            management,
            `${management};1199010000000003CT`,
            '',
          ],
          ...[
            nth % 2 ? '117.0123456789012' : '',
            nth % 2 ? '29.0000001' : '',
            '',
            '',
            '',
            `1988-07-0${(nth % 9) + 1}T23:59:59.00${nth % 10}`,
            '',
          ],
          ...['REPORTED@1988-07-01T00:00:00;HANDLING@2026-02-03T08:00:00.250@B-7', 'false', ''],
        ]),
      )
      .join(''),
  );
  await pack.append(
    'lighthouse/buildings.csv',
    hostile.map((text, nth) => line([ids[nth]!, text, 'B-7', '', '', '', '', '', text, '0', '', text])).join(''),
  );
  await pack.append('lighthouse/counts.csv', hostile.map((text) => line(['lighthouse/beam', '0001', text, '0', '2026-02-20'])).join(''));
  await pack.append(
    'lighthouse/posts.csv',
    hostile.map((text) => line(['lighthouse/beam', '0001', 'FULL_TIME', 'B-7', text, 'true'])).join(''),
  );
  // One that says no date, and one whose ground nobody has drawn.
  await pack.append(
    'lighthouse/watch.csv',
    hostile
      .map((text, nth) =>
        line([ids[nth]!, text, '', '', '2022-01-01', nth % 2 ? '2024-01-01' : '', '', ids.join(';'), '', 'OIL', '-5', '', '']),
      )
      .join(''),
  );
  const { runs } = await city.intake().cityImport.importPack(pack.folder);
  expect(runs.map(({ failure, quarantined }) => [failure, quarantined])).toEqual(runs.map(() => [null, 0]));
});
afterAll(async () => {
  await Promise.all([city?.close(), pack?.remove(), exports?.remove()]);
});
afterEach(() => exports.empty());

/** What the parts of the lighthouses are called. */
const names = {
  zh: { beam: '灯区', watch: '值守区', buildings: '楼栋', counts: '统计数', posts: '岗位', matters: '事项', ground: '灯区边界' },
  canonical: {
    ...{ beam: 'beam', watch: 'watch', buildings: 'buildings', counts: 'counts', posts: 'posts', matters: 'matters' },
    ground: 'beam-boundaries',
  },
} as const;

/** Lets the pack name the exported files of the lighthouses in the place of its own, and imports it. */
async function importAgain(format: ExportFormat, called: Readonly<Record<keyof (typeof names)['zh'], string>>): Promise<number> {
  for (const name of await exports.files()) await copyFile(exports.path(name), pack.path(name));
  const [book] = await exports.files().then((all) => all.filter((name) => name.endsWith('.xlsx')));
  const file = (name: string, ending: string = format) =>
    ending === 'xlsx' ? { path: book, format: ending, sheet: name } : { path: `${name}.${ending}`, format: ending };
  const manifest = JSON.parse(await pack.read('manifest.json')) as { offices: { layers: object[] }[] };
  const office = manifest.offices[0]!;
  const [beam, watch] = office.layers as [object, object];
  const undrawn = Object.fromEntries(Object.entries(beam).filter(([member]) => member !== 'boundaries'));
  const ground = format === 'geojson' ? {} : { boundaries: file(called.ground, 'geojson') };
  manifest.offices[0] = {
    ...office,
    layers: [
      { ...undrawn, units: file(called.beam), ...ground },
      { ...watch, units: file(called.watch) },
    ],
    ...{ elements: [{ ...file(called.buildings), kind: 'BUILDING' }], counts: [file(called.counts)] },
    ...{ posts: [file(called.posts)], matters: [file(called.matters)] },
  };
  await pack.write('manifest.json', JSON.stringify(manifest));
  const { runs, changed } = await city.intake().cityImport.importPack(pack.folder);
  expect(runs.map(({ failure, quarantined }) => [failure, quarantined])).toEqual(runs.map(() => [null, 0]));
  return changed;
}

describe('what an office keeps, exported and imported again', () => {
  it.each<[string, Partial<ExportWish> & Pick<ExportWish, 'format'>]>([
    ['CSV with Chinese headers', { format: 'csv' }],
    ['CSV with canonical headers', { format: 'csv', headers: 'canonical' }],
    ['CSV in GB 18030', { format: 'csv', encoding: 'gb18030' }],
    ['a workbook with Chinese headers', { format: 'xlsx' }],
    ['a workbook with canonical headers', { format: 'xlsx', headers: 'canonical' }],
    ['GeoJSON with Chinese names', { format: 'geojson' }],
    ['GeoJSON with canonical names', { format: 'geojson', headers: 'canonical' }],
  ])('A81: changes nothing as %s, whatever its texts and ids are', async (_what, wish) => {
    const called = names[wish.headers ?? 'zh'];
    const before = await frontFingerprints(city.fronts.lighthouse);
    expect(Object.keys(before).length).toBeGreaterThan(5 * hostile.length);
    const { parts } = await exports.run(wish);
    const wanted = Object.values(called).filter((name) => name !== called.ground || wish.format !== 'geojson');
    expect(parts.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
    expect(parts.map(({ leftOut: { unsayable } }) => unsayable)).toEqual(parts.map(() => 0));
    expect(await importAgain(wish.format, called)).toBe(0);
    expect(await frontFingerprints(city.fronts.lighthouse)).toEqual(before);
  });
});

describe('an export', () => {
  it('leaves out what is sealed and counts it; of what stays home it tells nothing', async () => {
    const { parts } = await exports.run({ parts: ['matters'] });
    expect(parts).toEqual([{ name: '事项', rows: 2 + hostile.length, leftOut: { sealed: 1, earlier: 0, ended: 0, unsayable: 0 } }]);
    const text = await readFile(exports.path('事项.csv'), 'utf8');
    for (const secret of ['L-3', '具名的标题', '住在三楼的人说的', 'L-4', '控告守塔人', '绝不外传', '反映人'])
      expect(text).not.toContain(secret);
    expect(JSON.stringify(exports.lines)).not.toContain('L-4');
  });

  it('says when the office last changed a record, where it stamped it', async () => {
    const { sql } = city.fronts.lighthouse;
    const stamp = (at: string | null) => sql.query(`update element_record set updated_at = $1 where source_id = 'b-001'`, [at]);
    await stamp('2026-01-01T00:00:00.5Z');
    await exports.run({ parts: ['buildings'] });
    await stamp(null);
    expect((await readFile(exports.path('楼栋.csv'), 'utf8')).match(/2026-01-01T08:00:00\.500\+08:00/g)).toHaveLength(1);
  });

  it('is on the audit log before its first row is read, as an export of the office’s data', async () => {
    await exports.run({ parts: ['counts'], purpose: ' 年度移交 ' });
    expect(exports.lines).toEqual([
      expect.objectContaining({
        ...{ kind: 'EXPORT', act: 'exportOffice', office: 'LIGHTHOUSE', outcome: 'DONE', purpose: '年度移交' },
        what: { format: 'csv', encoding: 'utf-8', headers: 'zh', parts: { 统计数: 2 + hostile.length } },
      }),
    ]);
  });

  it('that is broken off leaves no file, half or whole, and says so on the audit log', async () => {
    const stop = new AbortController();
    stop.abort(new Error('Ctrl-C'));
    await expect(exports.run({}, stop.signal)).rejects.toThrow('Ctrl-C');
    expect(await exports.files()).toEqual([]);
    expect(exports.lines.map(({ outcome }) => outcome)).toEqual(['DONE', 'FAILED']);
  });

  it('writes nothing where one file stands already, unless it may give way', async () => {
    await exports.run({ parts: ['posts'] });
    await expect(exports.run()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await exports.files()).toEqual(['岗位.csv']);
    await exports.run({ replaces: true });
    expect(await exports.files()).toHaveLength(7);
  });

  it('refuses a part and an office that there are not, and a text that no reader would get back', async () => {
    await expect(exports.run({ parts: ['居民'] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(exports.run({ office: 'nobody' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
