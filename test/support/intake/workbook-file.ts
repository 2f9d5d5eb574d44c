import { zipFile } from './zip-file.js';

/** One sheet of a workbook as a test wants it. */
export interface SheetParts {
  readonly name: string;
  /** The rows as XML. */
  readonly rows: string;
  /** What stands behind the rows. */
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
}

/** A workbook as a test wants it. */
export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  readonly strings?: readonly string[];
  /** Number formats written out; a cell of style n shows its number by the nth. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Stands before every sheet. */
  readonly prolog?: string;
}

const relations = (list: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
const type = (name: string): string => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;
const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The bytes of a workbook. */
export function workbookFile({ sheets, strings = [], formats = [], from1904 = false, prolog = '' }: WorkbookParts): Buffer {
  const listed = sheets.map(
    ({ name, state }, nth) => `<sheet name="${name}" sheetId="${nth + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${nth + 1}"/>`,
  );
  const links = sheets.map(
    (_, nth) => `<Relationship Id="rId${nth + 1}" Type="${type('worksheet')}" Target="worksheets/sheet${nth + 1}.xml"/>`,
  );
  const more = ['sharedStrings', 'styles'].map((name) => `<Relationship Id="${name}" Type="${type(name)}" Target="/xl/${name}.xml"/>`);
  const codes = formats.map((code, nth) => `<numFmt numFmtId="${200 + nth}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);
  const styles = formats.map((_, nth) => `<xf numFmtId="${200 + nth}"/>`);
  return zipFile([
    { name: '_rels/.rels', content: relations([`<Relationship Id="rId1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/>`]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main}><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations([...links, ...more]) },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows, after = '' }, nth) => ({
      name: `xl/worksheets/sheet${nth + 1}.xml`,
      content: `${prolog}<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ]);
}

/** A row of cells that hold text. */
export function textRow(number: number, ...texts: readonly string[]): string {
  const cells = texts.map((text, nth) => `<c r="${String.fromCharCode(65 + nth)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}
