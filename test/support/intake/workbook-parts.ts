import { buffer } from 'node:stream/consumers';

import { fromBufferPromise } from 'yauzl';

/** The parts of a workbook as they lie in it, as text by path. */
export async function workbookParts(workbook: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(workbook);
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return parts;
}
