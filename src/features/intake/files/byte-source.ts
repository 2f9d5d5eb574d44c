import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { fileFault } from './file-fault.js';
import { fileLimits } from './file-limits.js';

/** The unpacked bytes of one file, which can be read more than once. */
export interface ByteSource {
  /** Stands in messages. */
  readonly name: string;
  /** Reads from the first byte. Throws `FILE_TOO_LARGE`, and `PACK_INVALID` for gzip that is damaged or cut off. */
  read(): AsyncIterable<Buffer>;
}

const chunkBytes = 2 ** 17;

/** The bytes of the file at `place`; gzip is undone where the name ends in `.gz`. */
export function bytesAt(place: string, name: string): ByteSource {
  return unpacked(name, place, () => createReadStream(place, { highWaterMark: chunkBytes }));
}

/** The bytes of a file that is held open, so that another file of the same name cannot take its place between two readings. */
export function bytesOf(handle: FileHandle, name: string): ByteSource {
  return unpacked(name, name, () => chunksOf(handle));
}

/** The bytes of a file that is held open, as they lie there. */
export async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** The same bytes, refused with `FILE_TOO_LARGE` beyond {@link fileLimits.textBytes}. */
export function capped(source: ByteSource): ByteSource {
  return { name: source.name, read: () => limited(source.name, source.read()) };
}

function unpacked(name: string, place: string, open: () => AsyncIterable<Buffer>): ByteSource {
  return { name, read: () => limited(name, /\.gz$/i.test(place) ? gunzipped(open()) : open()) };
}

function gunzipped(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // The error of either stream surfaces where the last one is read.
  return pipeline(Readable.from(packed), createGunzip(), () => undefined);
}

async function* limited(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > fileLimits.textBytes) throw tooLarge(name);
      yield chunk;
    }
  } catch (thrown) {
    throw /^(Z_|ERR_STREAM_PREMATURE)/.test(String((thrown as { code?: unknown }).code)) ? damaged(name, thrown) : thrown;
  }
}

function damaged(name: string, cause: unknown): Error {
  return fileFault({
    file: name,
    message: 'expected a whole gzip file, its contents are damaged or cut off.',
    messageZh: '应为完整的 gzip 文件，内容损坏或被截断。',
    hint: 'Pack the file again.',
    cause,
  });
}

function tooLarge(name: string): Error {
  return fileFault({
    file: name,
    code: 'FILE_TOO_LARGE',
    message: `expected at most ${fileLimits.textBytes} bytes after unpacking.`,
    messageZh: `解压后不得超过 ${fileLimits.textBytes} 字节。`,
    hint: 'Split the file.',
  });
}
