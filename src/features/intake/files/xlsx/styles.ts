import type { ByteSource } from '../byte-source.js';
import type { DateKind } from './excel-dates.js';
import { kindOfFormat } from './number-formats.js';
import { readWholeXml } from './xml-reader.js';

/** What numbers are shown as, by the number of a cell's style; null for plain numbers. */
export type Styles = readonly (DateKind | null)[];

/** Reads the styles of a workbook. */
export async function readStyles(bytes: ByteSource): Promise<Styles> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let within = false;
  await readWholeXml(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') within = true;
      if (name === 'xf' && within) formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return formats.map((id) => kindOfFormat(id, codes.get(id)));
}
