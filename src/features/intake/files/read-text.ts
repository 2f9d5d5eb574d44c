import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { fileFault } from './file-fault.js';

/** Bytes of one file after unpacking; more is refused, a gzip bomb included. */
const mostBytes = 2 ** 30;

/**
 * The text of a file piece by piece: strict UTF-8, a byte order mark left out, gzip undone where the name ends in `.gz`.
 * `name` stands in messages. Throws `ENCODING_UNDETECTED`, `FILE_TOO_LARGE` and `PACK_INVALID` (not gzip, cut off).
 */
export async function* readText(place: string, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of bytesOf(place)) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(name);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (thrown) {
    throw explained(thrown, name, bytes);
  }
}

function bytesOf(place: string): AsyncIterable<Buffer> {
  const file = createReadStream(place, { highWaterMark: 2 ** 17 });
  // The error of either stream surfaces where the last one is read.
  return place.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file;
}

function explained(thrown: unknown, name: string, bytes: number): unknown {
  const code = (thrown as { code?: unknown }).code;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return fileFault({
      file: name,
      code: 'ENCODING_UNDETECTED',
      message: `expected UTF-8, met bytes that are none before byte ${bytes}.`,
      messageZh: `应为 UTF-8 编码，第 ${bytes} 字节之前有无法识别的字节。`,
      hint: 'Save the file as UTF-8 (CSV UTF-8 in a spreadsheet) and send it again.',
      cause: thrown,
    });
  }
  if (typeof code === 'string' && /^(Z_|ERR_STREAM_PREMATURE)/.test(code)) {
    return fileFault({
      file: name,
      message: 'expected a whole gzip file, its contents are damaged or cut off.',
      messageZh: '应为完整的 gzip 文件，内容损坏或被截断。',
      hint: 'Pack the file again.',
      cause: thrown,
    });
  }
  return thrown;
}

function tooLarge(name: string): Error {
  return fileFault({
    file: name,
    code: 'FILE_TOO_LARGE',
    message: `expected at most ${mostBytes} bytes after unpacking.`,
    messageZh: `解压后不得超过 ${mostBytes} 字节。`,
    hint: 'Split the file.',
  });
}
