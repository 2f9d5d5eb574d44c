import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sixOffices } from '../../../../src/composing/six-offices.js';
import { handOutTemplate, type TemplateWish } from '../../../../src/features/intake/export/hand-out-template.js';
import { openOfficeFile } from '../../../../src/features/intake/index.js';
import { layoutOf, partNamed } from '../../../../src/features/intake/office/table-part.js';
import { lighthouse } from '../../../fixtures/offices/lighthouse.js';
import { rowsOf } from '../../../support/intake/office-files.js';
import { workbookParts } from '../../../support/intake/workbook-parts.js';
import { zipFile } from '../../../support/intake/zip-file.js';

const layers = [
  { key: 'lighthouse/beam', nameZh: '灯区' },
  { key: 'lighthouse/watch', nameZh: '值守区/2' },
];

describe('the template of an office', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'allgrid-template-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const handOut = (wish: Partial<TemplateWish> = {}) =>
    handOutTemplate({ department: lighthouse, layers, parts: [], format: 'csv', out: folder, replaces: false, ...wish });

  it('is a CSV file a part, called so that it is recognised when it comes back', async () => {
    await handOut();
    const files = (await readdir(folder)).sort();
    expect(files).toEqual(
      ['watch.csv', '事项.csv', '场所.csv', '小区.csv', '岗位.csv', '楼栋.csv', '灯区.csv', '统计数.csv', '部件.csv'].sort(),
    );
    expect(files.map((name) => partNamed(name, layers))).not.toContain(null);
  });

  it('begins with a byte order mark and names each column once, those that must be filled first', async () => {
    await handOut({ parts: ['灯区'] });
    const text = await readFile(join(folder, '灯区.csv'), 'utf8');
    expect(text).toBe(
      '\uFEFF网格编号,网格名称,启用日期,光源,区划代码,户数,停用日期,所含网格编号,所含楼栋编号,数据日期,更新时间,高度,lit_on,是否自动\r\n',
    );
  });

  it('A81: is a workbook whose columns are text but for numbers, behind a sheet that explains them', async () => {
    const { files } = await handOut({ format: 'xlsx', parts: ['灯区', '事项'] });
    expect(files.map(({ path }) => path)).toEqual([join(folder, '航标模板.xlsx')]);
    const parts = await workbookParts(await readFile(files[0]!.path));
    expect([...parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '说明',
      '灯区',
      '事项',
    ]);
    const columns = [...parts.get('xl/worksheets/sheet2.xml')!.matchAll(/<col [^>]*>/g)].map(([column]) => column.includes('style="1"'));
    // Households and height are numbers.
    expect(columns).toEqual([true, true, true, true, true, false, true, true, true, true, true, false, true, true]);
    const styles = [...parts.get('xl/styles.xml')!.matchAll(/<xf [^>]*>/g)].map(([style]) => style);
    const format = /numFmtId="(\d+)"/.exec(styles[1]!)![1]!;
    expect(parts.get('xl/styles.xml')).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
    for (const [, text] of parts) expect(text).not.toContain('<f>');
  });

  it('is read back when it is filled, sheet by sheet, its Chinese headers and words as the platform’s own', async () => {
    const { files } = await handOut({ format: 'xlsx' });
    const parts = new Map(await workbookParts(await readFile(files[0]!.path)));
    const sheet = 'xl/worksheets/sheet2.xml';
    const cells = ['0007', '东灯', '2021-05-01', 'LED'].map(
      (text, nth) => `<c r="${'ABCD'[nth]}2" s="1" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    parts.set(sheet, parts.get(sheet)!.replace('</sheetData>', `<row r="2">${cells.join('')}</row></sheetData>`));
    await writeFile(files[0]!.path, zipFile([...parts].map(([name, content]) => ({ name, content }))));
    const file = await openOfficeFile(files[0]!.path);
    const [explanation, ...tables] = file.tables;
    expect(explanation!.name).toBe('说明');
    const read = [];
    for (const [nth, { name }] of tables.entries()) {
      const { rows, refused } = await rowsOf(file, layoutOf(partNamed(name, layers)!, lighthouse), nth + 1);
      expect(refused).toEqual([]);
      read.push(...rows.map((row) => [name, row.text('local_id'), row.text('name'), row.text('valid_from'), row.text('lamp')]));
    }
    await file.close();
    expect(tables).toHaveLength(9);
    expect(read).toEqual([['灯区', '0007', '东灯', '2021-05-01', 'LED']]);
  });

  it('is read back as CSV, too', async () => {
    await handOut({ parts: ['岗位'] });
    const path = join(folder, '岗位.csv');
    await appendFile(path, 'lighthouse/beam,0007,专职网格员,1199010000000001AJ,否,0798-1\r\n');
    const file = await openOfficeFile(path);
    const { rows } = await rowsOf(file, layoutOf({ rows: 'POSTS' }, lighthouse));
    await file.close();
    expect(rows.map((row) => [row.text('local_id'), row.text('post'), row.text('vacant'), row.text('duty_line')])).toEqual([
      ['0007', 'FULL_TIME', 'false', '0798-1'],
    ]);
  });

  it('takes parts by their Chinese or English names, and refuses others by naming them all', async () => {
    const { tables } = await handOut({ parts: ['matters', '岗位'] });
    expect(tables.map(({ name }) => name)).toEqual(['岗位', '事项']);
    await expect(handOut({ parts: ['居民'] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      hint: expect.stringContaining('matters (事项)'),
    });
  });

  it('names the words that a cell may hold', async () => {
    const { tables } = await handOut({ parts: ['事项'] });
    const words = (field: string) => Object.values(tables[0]!.columns.find((column) => column.field === field)!.labelsZh);
    expect(words('kind')).toEqual(['事项', '部件']);
    expect(words('sealed')).toEqual(['是', '否']);
    expect(words('signal')).toEqual(['RED', 'GREEN']);
  });

  it('leaves a file alone that has its name already, unless that may give way', async () => {
    const filled = join(folder, '事项.csv');
    await writeFile(filled, 'filled by somebody');
    await expect(handOut()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await readdir(folder)).toEqual(['事项.csv']);
    expect(await readFile(filled, 'utf8')).toBe('filled by somebody');
    await handOut({ replaces: true });
    expect(await readFile(filled, 'utf8')).toContain('事项编号');
  });

  it('goes into one file where it is one', async () => {
    await handOut({ parts: ['事项'], out: join(folder, '我的事项.csv') });
    expect(await readdir(folder)).toEqual(['我的事项.csv']);
    await expect(handOut({ out: join(folder, 'all.csv') })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(sixOffices.map((office) => [office.key, office] as const))(
    '%s has one with no header twice in a table',
    async (_key, department) => {
      const { tables } = await handOut({ department, layers: [] });
      for (const { columns } of tables) expect(new Set(columns.map(({ headerZh }) => headerZh)).size).toBe(columns.length);
    },
  );
});
