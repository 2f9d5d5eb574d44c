import { createHash, type Hash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

// A file of columns: a head of 32 bytes (name, format, byte order, length of the plan), the plan as JSON, the columns one after another in
// the machine's own byte order, and the SHA-256 of it all. Plan and columns begin at multiples of 8.

const name = 'allgrid columns\n';
const format = 1;
const byteOrder = 0x01020304;
const headBytes = 32;
const digestBytes = 32;
const chunkBytes = 2 ** 22;

const columnTypes = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type Column = InstanceType<(typeof columnTypes)[keyof typeof columnTypes]>;

/** What stands in a file beside its columns: what it is about, the kinds of the columns, and the content with a mark in each one's place. */
interface Plan {
  readonly about: unknown;
  readonly columns: readonly { readonly type: keyof typeof columnTypes; readonly length: number }[];
  readonly content: string;
}

/**
 * Writes plain data that holds typed arrays, under a name of its own first: at `path` there is the old file or the whole new one, never
 * a part. The folder is made where it is missing.
 */
export async function writeColumnFile(path: string, about: object, content: object): Promise<void> {
  const columns: Column[] = [];
  const text = JSON.stringify(content, (_, value: unknown) => (isColumn(value) ? { $column: columns.push(value) - 1 } : value));
  const plan: Plan = { about, columns: columns.map((column) => ({ type: typeOf(column), length: column.length })), content: text };
  const planBytes = Buffer.from(padded(JSON.stringify(plan)));
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    const writer = new Writer(file);
    await writer.write(headOf(planBytes.length));
    await writer.write(planBytes);
    for (const column of columns) {
      await writer.write(bytesOf(column));
      await writer.write(Buffer.alloc(paddingAfter(column.byteLength)));
    }
    await file.write(writer.hash.digest());
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (thrown) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw thrown;
  }
}

/**
 * Reads a file that {@link writeColumnFile} wrote, null where there is none. `isWanted` sees what it is about before the columns are read
 * and may refuse it by throwing. Throws, saying why, where the file is damaged, cut short, or of another format or machine.
 */
export async function readColumnFile(path: string, isWanted: (about: unknown) => Promise<void>): Promise<unknown> {
  const file = await open(path, 'r').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (file === null) return null;
  try {
    const reader = new Reader(file);
    const { about, columns, content } = await planOf(reader, (await file.stat()).size);
    await isWanted(about);
    const read: Column[] = [];
    for (const { type, length } of columns) read.push(await columnFrom(reader, type, length));
    const digest = reader.hash.copy().digest();
    if (!digest.equals(await reader.take(digestBytes))) throw new Error('its checksum is not that of its content');
    return JSON.parse(content, (_, value: unknown) => (isMark(value) ? read[value.$column] : value));
  } finally {
    await file.close();
  }
}

class Writer {
  readonly hash: Hash = createHash('sha256');
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** In pieces, so that others have their turn between them. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; from += chunkBytes) {
      const chunk = bytes.subarray(from, from + chunkBytes);
      this.hash.update(chunk);
      await this.#file.writeFile(chunk);
    }
  }
}

class Reader {
  readonly hash: Hash = createHash('sha256');
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async take(length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    await this.fill(bytes);
    return bytes;
  }

  async fill(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const { bytesRead } = await this.#file.read(bytes, from, Math.min(chunkBytes, bytes.length - from));
      if (bytesRead === 0) throw new Error('it ends too early');
      this.hash.update(bytes.subarray(from, from + bytesRead));
      from += bytesRead;
    }
  }
}

async function planOf(reader: Reader, size: number): Promise<Plan> {
  if (size < headBytes + digestBytes) throw new Error('it ends too early');
  const head = await reader.take(headBytes);
  const planLength = new Uint32Array(head.buffer, head.byteOffset, 8)[6]!;
  if (!head.equals(headOf(planLength))) throw new Error('it is of another format or another machine');
  if (planLength > size) throw new Error('it ends too early');
  const plan = JSON.parse((await reader.take(planLength)).toString('utf8')) as Plan;
  const columnBytes = plan.columns.reduce((sum, { type, length }) => sum + paddedLength(length * columnTypes[type].BYTES_PER_ELEMENT), 0);
  // Before room is made for it: a damaged plan may name any length.
  const expected = headBytes + planLength + columnBytes + digestBytes;
  if (expected !== size) throw new Error(`it has ${size} bytes instead of ${expected}`);
  return plan;
}

async function columnFrom(reader: Reader, type: keyof typeof columnTypes, length: number): Promise<Column> {
  const column = new columnTypes[type](length);
  await reader.fill(bytesOf(column));
  await reader.take(paddingAfter(column.byteLength));
  return column;
}

function headOf(planLength: number): Buffer {
  const head = new Uint32Array(headBytes / 4);
  const bytes = Buffer.from(head.buffer);
  bytes.write(name, 'latin1');
  head.set([format, byteOrder, planLength, 0], name.length / 4);
  return bytes;
}

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value);
const isMark = (value: unknown): value is { readonly $column: number } => typeof value === 'object' && value !== null && '$column' in value;
const typeOf = (column: Column): keyof typeof columnTypes => column[Symbol.toStringTag];
const bytesOf = (column: Column): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
const paddingAfter = (length: number): number => (8 - (length % 8)) % 8;
const paddedLength = (length: number): number => length + paddingAfter(length);
const padded = (text: string): string => text + ' '.repeat(paddingAfter(Buffer.byteLength(text)));
