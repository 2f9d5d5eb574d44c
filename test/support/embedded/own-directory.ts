import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty temporary directory, closed to everybody else (0700), of `uid` where one is given. */
export async function ownDirectory(uid?: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'allgrid-embedded-'));
  await chmod(directory, 0o700);
  if (uid !== undefined) await chown(directory, uid, uid);
  return directory;
}

/** Removes such a directory and all in it. */
export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}
