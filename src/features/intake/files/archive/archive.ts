import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';

import { CityError } from '../../../../kernel/city-error.js';
import type { ByteSource } from '../byte-source.js';
import { fileLimits } from '../file-limits.js';
import { archiveFault, entryFault } from './archive-faults.js';
import { entryName, judgeEntries } from './judge-entries.js';

/** A zip archive whose directory has passed the gate; nothing of it is ever written to disk. */
export interface Archive {
  /** Names of its files, in the order of the directory. */
  readonly names: readonly string[];
  /** The unpacked bytes of one file, called after the archive in messages unless said otherwise. Reading throws `ARCHIVE_REJECTED` where more, fewer or other bytes come out than the directory says. */
  bytes(name: string, shownAs?: string): ByteSource;
}

/** Opens the archive in a file that is held open. Throws `ARCHIVE_REJECTED` naming the archive and, where one is at fault, its entry. */
export async function openArchive(handle: FileHandle, name: string): Promise<Archive> {
  const zip = await opened(handle, name);
  const entries = judgeEntries(name, await entriesOf(zip, name), zip.fileSize);
  return {
    names: [...entries.keys()],
    bytes: (wanted, shownAs = name) => ({ name: shownAs, read: () => inflated(zip, entries.get(wanted)!, name) }),
  };
}

async function opened(handle: FileHandle, name: string): Promise<ZipFile> {
  try {
    return await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true, decodeStrings: false });
  } catch (cause) {
    throw damaged(name, cause);
  }
}

async function entriesOf(zip: ZipFile, name: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      // The gate names the fault; nothing is gained by reading on.
      if (entries.length > fileLimits.archiveEntries) break;
    }
  } catch (cause) {
    throw /encryption/.test((cause as Error).message) ? archiveFault(name, 'ENCRYPTED', cause) : damaged(name, cause);
  }
  return entries;
}

async function* inflated(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof CityError ? cause : entryFault(name, entryName(entry), 'OTHER_SIZE', cause);
  }
  if (sum !== entry.crc32) throw entryFault(name, entryName(entry), 'OTHER_CONTENT');
}

function damaged(name: string, cause: unknown): Error {
  return archiveFault(name, 'DAMAGED', cause);
}
