import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';

/** What stands under a name at one moment. */
export interface FileLook {
  /** Null for a regular file that can be read; else why it is none. */
  readonly fault: string | null;
  readonly bytes: number;
  /** Tells contents apart: changes whenever the file is written, replaced or renamed. */
  readonly mark: string;
}

/** Looks at a path without following links; null where nothing is there (any more). */
export async function lookAt(path: Buffer | string): Promise<FileLook | null> {
  const found = await lstat(path, { bigint: true }).catch(() => null);
  if (found === null) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = found;
  const mark = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  if (!found.isFile()) return { fault: 'it is no regular file (links and folders are not followed)', bytes: 0, mark };
  const isReadable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return { fault: isReadable ? null : 'it cannot be read', bytes: Number(size), mark };
}
