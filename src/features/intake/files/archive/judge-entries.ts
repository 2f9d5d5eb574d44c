import type { Entry } from 'yauzl';

import { printable } from '../display-name.js';
import { fileLimits } from '../file-limits.js';
import { archiveFault, type ArchiveRule, entryFault } from './archive-faults.js';

/**
 * Judges the directory of an archive before anything of it is unpacked; answers its files by name, folders left out.
 * Throws `ARCHIVE_REJECTED` for the first entry that breaks a rule.
 */
export function judgeEntries(archive: string, entries: readonly Entry[], archiveBytes: number): ReadonlyMap<string, Entry> {
  if (entries.length > fileLimits.archiveEntries) throw archiveFault(archive, 'TOO_MANY');
  const files = new Map<string, Entry>();
  const seen = new Set<string>();
  let bytes = 0;
  for (const entry of entries) {
    const name = nameOf(entry);
    const rule = brokenRule(entry, name);
    if (rule !== null) throw entryFault(archive, printable(name), rule);
    // Case and composition are no difference where files are unpacked.
    const same = name.normalize('NFC').toLowerCase();
    if (seen.has(same)) throw entryFault(archive, printable(name), 'TWICE');
    seen.add(same);
    bytes += entry.uncompressedSize;
    if (bytes > fileLimits.archiveBytes) throw archiveFault(archive, 'TOO_LARGE');
    if (!name.endsWith('/')) files.set(name, entry);
  }
  refuseOverlap(archive, entries, archiveBytes);
  return files;
}

/** The name of an entry as messages show it. */
export function entryName(entry: Entry): string {
  return printable(nameOf(entry));
}

/** UTF-8 where the bytes are that; else GB18030, which Chinese archivers write without saying so. */
function nameOf({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw);
  }
}

function brokenRule(entry: Entry, name: string): ArchiveRule | null {
  if (isBadPath(name)) return 'BAD_PATH';
  if (isSpecial(entry)) return 'SPECIAL';
  if (entry.isEncrypted()) return 'ENCRYPTED';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'METHOD';
  if (entry.uncompressedSize > fileLimits.ratioFrom && entry.uncompressedSize > entry.compressedSize * fileLimits.ratio) return 'BOMB';
  return null;
}

function isBadPath(name: string): boolean {
  return name === '' || /^\/|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split('/').includes('..');
}

const [unix, fileType, plainFile, folder] = [3, 0xf000, 0x8000, 0x4000];

/** Whether an entry is neither a file nor a folder where its maker says so: a link, a device. */
function isSpecial({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & fileType;
  return versionMadeBy >>> 8 === unix && type !== 0 && type !== plainFile && type !== folder;
}

const headerBytes = 30;

function refuseOverlap(archive: string, entries: readonly Entry[], archiveBytes: number): void {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of inOrder.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + headerBytes + entry.fileNameLength + entry.compressedSize;
    if (end > (inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? archiveBytes)) throw entryFault(archive, entryName(entry), 'OVERLAP');
  }
}
