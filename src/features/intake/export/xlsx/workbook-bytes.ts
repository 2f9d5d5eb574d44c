import { Readable } from 'node:stream';

import { ZipFile } from 'yazl';

import { type SheetTable, sheetXml } from './sheet-rows.js';
import { workbookFrame } from './workbook-frame.js';

/** Noon, so that the local day that an archive keeps is this one everywhere: equal contents make equal archives. */
const mtime = new Date(1980, 0, 1, 12);

/** A workbook of these tables, a sheet each, as bytes; at most one batch of rows is in memory. */
export async function* workbookBytes(tables: readonly SheetTable[]): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  for (const [path, text] of workbookFrame(tables.map(({ name }) => name))) zip.addBuffer(Buffer.from(text), path, { mtime });
  for (const [place, table] of tables.entries()) {
    const sheet = Readable.from(sheetXml(table));
    // What a table throws while it is read surfaces where the archive is read; a broken-off archive ends its sheets.
    sheet.on('error', (error) => bytes.destroy(error));
    bytes.on('close', () => sheet.destroy());
    zip.addReadStreamLazy(`xl/worksheets/sheet${place + 1}.xml`, { mtime }, (open) => open(null, sheet));
  }
  zip.end();
  yield* bytes as AsyncIterable<Buffer>;
}
