import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

import { CityError } from '../../../../kernel/city-error.js';

/** What the directory at the end of an archive tells of one entry. */
interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
}

const [localHeader, descriptor, centralHeader, endOfDirectory] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
const version = 20;
/** Sizes follow the contents; names are UTF-8. */
const flags = 0x0808;
const deflate = 8;
/** 1 January 1980: equal contents make equal archives. */
const [time, date] = [0, 0x21];
const most = 0xffffffff;

/**
 * Writes a ZIP archive of which nothing is kept in memory but its directory (APPNOTE 6.3, without ZIP64: at most 4 GiB). Written out because
 * the workbook library that makes templates holds all cells at once.
 */
export class ZipStream {
  readonly #entries: Entry[] = [];
  #offset = 0;

  /** The bytes of one entry; entries follow one another. */
  async *entry(path: string, pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
    const name = Buffer.from(path);
    const offset = this.#offset;
    yield this.#passed(
      headed(localHeader, [...shorts(version, flags, deflate, time, date), ...longs(0, 0, 0), ...shorts(name.length, 0)], name),
    );
    const sums = { crc: 0, bytes: 0 };
    const begin = this.#offset;
    for await (const chunk of packed(pieces, sums)) yield this.#passed(chunk);
    const packedBytes = this.#offset - begin;
    if (this.#offset > most || sums.bytes > most) throw tooLarge();
    yield this.#passed(headed(descriptor, longs(sums.crc, packedBytes, sums.bytes)));
    this.#entries.push({ name, ...sums, packed: packedBytes, offset });
  }

  /** The directory, which ends the archive. */
  *end(): Generator<Buffer> {
    const begin = this.#offset;
    for (const { name, crc, packed: size, bytes, offset } of this.#entries) {
      const about = [
        ...shorts(version, version, flags, deflate, time, date),
        ...longs(crc, size, bytes),
        ...shorts(name.length, 0, 0, 0, 0),
      ];
      yield this.#passed(headed(centralHeader, [...about, ...longs(0, offset)], name));
    }
    const count = this.#entries.length;
    yield this.#passed(headed(endOfDirectory, [...shorts(0, 0, count, count), ...longs(this.#offset - begin, begin), ...shorts(0)]));
  }

  #passed(bytes: Buffer): Buffer {
    this.#offset += bytes.length;
    return bytes;
  }
}

async function* packed(pieces: AsyncIterable<string> | Iterable<string>, sums: { crc: number; bytes: number }): AsyncGenerator<Buffer> {
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.bytes += bytes.length;
      yield bytes;
    }
  };
  // An error of either stream surfaces where the last one is read.
  yield* pipeline(Readable.from(counted(), { objectMode: false }), createDeflateRaw(), () => undefined) as AsyncIterable<Buffer>;
}

type Field = readonly [size: 2 | 4, value: number];

const shorts = (...values: readonly number[]): readonly Field[] => values.map((value) => [2, value]);
const longs = (...values: readonly number[]): readonly Field[] => values.map((value) => [4, value]);

function headed(signature: number, fields: readonly Field[], name: Buffer = Buffer.alloc(0)): Buffer {
  const parts = [...longs(signature), ...fields].map(([size, value]) => {
    const part = Buffer.alloc(size);
    part.writeUIntLE(value, 0, size);
    return part;
  });
  return Buffer.concat([...parts, name]);
}

function tooLarge(): CityError {
  return new CityError({
    code: 'FILE_TOO_LARGE',
    message: 'Expected a workbook of at most 4 GiB.',
    messageZh: '工作簿不得超过 4 GiB。',
    hint: 'Export the part as CSV.',
  });
}
