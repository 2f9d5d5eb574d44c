import { type Cell, csvLines } from './csv-text.js';
import { bytesOf, type ExportEncoding, headOf } from './text-encoding.js';

/** A table as the bytes of a CSV file; at most one batch of rows is in memory. */
export async function* csvBytes(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  encoding: ExportEncoding,
): AsyncGenerator<Buffer> {
  yield bytesOf(headOf(encoding) + csvLines([header]), encoding);
  for await (const batch of rows) if (batch.length > 0) yield bytesOf(csvLines(batch), encoding);
}
