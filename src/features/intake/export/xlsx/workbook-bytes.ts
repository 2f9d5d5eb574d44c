import { type SheetTable, sheetXml } from './sheet-rows.js';
import { workbookFrame } from './workbook-frame.js';
import { ZipStream } from './zip-stream.js';

/** A workbook of these tables, a sheet each, as bytes; at most one batch of rows is in memory. */
export async function* workbookBytes(tables: readonly SheetTable[]): AsyncGenerator<Buffer> {
  const zip = new ZipStream();
  for (const [path, text] of workbookFrame(tables.map(({ name }) => name))) yield* zip.entry(path, [text]);
  for (const [place, table] of tables.entries()) yield* zip.entry(`xl/worksheets/sheet${place + 1}.xml`, sheetXml(table));
  yield* zip.end();
}
