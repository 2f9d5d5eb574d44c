import type { FileHandle } from 'node:fs/promises';

import type { ManifestFile } from '../city-pack/manifest.js';
import { fileFault } from './file-fault.js';

/** What an office file is, told by its name. */
export type FileKind = ManifestFile['format'] | 'zip';

const endings: readonly (readonly [ending: RegExp, kind: FileKind])[] = [
  [/\.csv(\.gz)?$/i, 'csv'],
  [/\.(geojson|json)(\.gz)?$/i, 'geojson'],
  [/\.(xlsx|xlsm)$/i, 'xlsx'],
  [/\.zip$/i, 'zip'],
];

const oldWorkbook = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zipped = Buffer.from('PK\u0003\u0004');

/** What a file is by its name, the first bytes not speaking against it. Throws `PACK_INVALID` with what to do instead. */
export async function kindOfFile(handle: FileHandle, name: string): Promise<FileKind> {
  const kind = kindOfName(name);
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
  if (buffer.equals(oldWorkbook) || /\.xls$/i.test(name)) throw oldFormat(name);
  if (kind === null) throw unknownKind(name);
  if (buffer.subarray(0, 4).equals(zipped) && kind !== 'xlsx' && kind !== 'zip') throw otherKind(name);
  return kind;
}

/** The format of a text file within an archive. Throws `PACK_INVALID` for any other. */
export function formatOfText(name: string, shownAs: string): 'csv' | 'geojson' {
  const kind = kindOfName(name);
  if (kind === 'csv' || kind === 'geojson') return kind;
  throw unknownKind(shownAs);
}

function kindOfName(name: string): FileKind | null {
  return endings.find(([ending]) => ending.test(name))?.[1] ?? null;
}

function oldFormat(name: string): Error {
  return fileFault({
    file: name,
    message: 'expected .xlsx or CSV, got an old Excel workbook (.xls), or one with a password.',
    messageZh: '应为 xlsx 或 CSV，实为旧版 Excel（.xls）或加密的工作簿：请取消密码，另存为 xlsx 或 CSV。',
    hint: 'Open it, take off the password if it has one, and save it as .xlsx or CSV UTF-8 (另存为 xlsx 或 CSV).',
  });
}

function otherKind(name: string): Error {
  return fileFault({
    file: name,
    message: 'expected text, got a zip archive or an Excel workbook.',
    messageZh: '应为文本，实为 zip 压缩包或 Excel 工作簿。',
    hint: 'Give the file the ending of what it is: .xlsx or .zip.',
  });
}

function unknownKind(name: string): Error {
  return fileFault({
    file: name,
    message: 'expected a file whose name ends in .csv, .xlsx, .geojson, .json (text perhaps followed by .gz) or .zip.',
    messageZh: '文件名应以 .csv、.xlsx、.geojson、.json（文本可再加 .gz）或 .zip 结尾。',
    hint: 'Export the table as CSV or .xlsx, or the layer as GeoJSON.',
  });
}
