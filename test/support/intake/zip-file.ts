import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive as a test wants it; what is left out is as an honest archiver writes it. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Instead of deflating the content. */
  readonly packed?: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly versionMadeBy?: number;
  readonly attributes?: number;
  readonly size?: number;
  readonly checksum?: number;
  /** Instead of where the entry lies. */
  readonly offset?: number;
}

/** A zip archive made by hand, so that it may lie. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, central } = headersOf(entry, at);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length % 65_536, 8);
  end.writeUInt16LE(entries.length % 65_536, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

function headersOf(entry: ZipEntry, at: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(entry.content ?? '');
  const packed = entry.packed ?? (entry.method === 0 ? content : deflateRawSync(content));
  const name = Buffer.from(entry.name as string);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(entry.flags ?? 0x800, 2);
  shared.writeUInt16LE(entry.method ?? 8, 4);
  shared.writeUInt32LE(entry.checksum ?? crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(entry.size ?? content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.attributes ?? 0, 6);
  rest.writeUInt32LE(entry.offset ?? at, 10);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(entry.versionMadeBy ?? 20, 0);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002'), madeBy, shared, rest, name]),
  };
}
