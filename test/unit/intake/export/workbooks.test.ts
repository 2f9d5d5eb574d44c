import { buffer } from 'node:stream/consumers';

import type { Cell } from '../../../../src/features/intake/export/csv-text.js';
import { workbookBytes } from '../../../../src/features/intake/export/xlsx/workbook-bytes.js';
import { workbookParts } from '../../../support/intake/workbook-parts.js';

async function* inBatches(...batches: readonly (readonly (readonly Cell[])[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

const sheetOf = async (...rows: readonly (readonly Cell[])[]): Promise<string> => {
  const parts = await workbookParts(await buffer(workbookBytes([{ name: '事项', header: ['编号', '数'], rows: inBatches(rows) }])));
  return parts.get('xl/worksheets/sheet1.xml')!;
};

describe('an exported workbook', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '000123456789012345678', '1.10101E+17', 'true', '2026-01-31'])(
    'A81: holds %j as text, which nothing computes and nothing shortens',
    async (text) => {
      const sheet = await sheetOf([text, 7]);
      expect(sheet).toContain(`<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c><c r="B2"><v>7</v></c>`);
      expect(sheet).not.toContain('<f');
    },
  );

  it('A81: has a style for text, by which a cell stays text when it is edited', async () => {
    const parts = await workbookParts(await buffer(workbookBytes([{ name: '事项', header: ['编号'], rows: inBatches() }])));
    const styles = [
      ...parts
        .get('xl/styles.xml')!
        .split('<cellXfs')[1]!
        .matchAll(/<xf numFmtId="(\d+)"/g),
    ].map(([, format]) => format);
    // 49 is the built-in format @.
    expect(styles).toEqual(['0', '49', '49']);
  });

  it('writes what XML cannot hold as the format says, and what looks like that as itself', async () => {
    const sheet = await sheetOf(['<&>"\r\n\t_x000D_ _x1_ \u0001\uFFFE', null]);
    expect(sheet).toContain('preserve">&lt;&amp;&gt;&quot;_x000D_\n\t_x005F_x000D_ _x1_ _x0001__xFFFE_</t>');
  });

  it('numbers rows and columns over batches, and beyond Z', async () => {
    const wide: readonly Cell[] = Array.from({ length: 28 }, (_, nth) => nth);
    const rows = inBatches([['a', 1]], [], [wide]);
    const parts = await workbookParts(await buffer(workbookBytes([{ name: 'a<b', header: ['编号'], rows }])));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<c r="Z3"><v>25</v></c><c r="AA3"><v>26</v></c><c r="AB3"><v>27</v></c></row></sheetData>',
    );
    expect(parts.get('xl/workbook.xml')).toContain('name="a&lt;b"');
  });

  it('A81: refuses NUL, half a character and a cell that no workbook holds, naming sheet and row', async () => {
    await expect(sheetOf(['a\u0000', 1])).rejects.toMatchObject({ code: 'TEXT_INVALID', message: expect.stringContaining('事项, row 2') });
    await expect(sheetOf(['a\uD800', 1])).rejects.toMatchObject({ code: 'TEXT_INVALID' });
    await expect(sheetOf(['a', 1], ['x'.repeat(32_768), 1])).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringContaining('row 3'),
    });
  });
});
