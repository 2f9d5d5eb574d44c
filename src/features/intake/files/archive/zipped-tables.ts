import type { FileHandle } from 'node:fs/promises';

import { type ByteSource, capped } from '../byte-source.js';
import { displayName, printable } from '../display-name.js';
import { fileFault } from '../file-fault.js';
import { openArchive } from './archive.js';
import { entryFault } from './archive-faults.js';

/** One text file of an archive. */
export interface ZippedText {
  /** Its own name, without folders. */
  readonly name: string;
  /** Called `archive#path` in messages. */
  readonly bytes: ByteSource;
}

const innerArchive = /\.(zip|xlsx|xlsm|gz|tgz|tar|bz2|xz|7z|rar|jar)$/i;
/** What archivers of one maker leave beside the files. */
const leftBehind = /^__MACOSX\/|(^|\/)\.DS_Store$/;

/** The texts that an archive holds. Throws `ARCHIVE_REJECTED` for archives within it, `FILE_TOO_LARGE`, and what the gate throws. */
export async function zippedTexts(handle: FileHandle, name: string): Promise<readonly ZippedText[]> {
  const archive = await openArchive(handle, name);
  const files = archive.names.filter((path) => !leftBehind.test(path));
  const inner = files.find((path) => innerArchive.test(path));
  if (inner !== undefined) throw entryFault(name, printable(inner), 'NESTED');
  if (files.length === 0) throw holdsNothing(name);
  return files.map((path) => ({ name: displayName(path), bytes: capped(archive.bytes(path, `${name}#${printable(path)}`)) }));
}

function holdsNothing(name: string): Error {
  return fileFault({
    file: name,
    message: 'expected files in the archive, it holds none.',
    messageZh: '压缩包内应有文件，实为空。',
    hint: 'Pack the files again.',
  });
}
