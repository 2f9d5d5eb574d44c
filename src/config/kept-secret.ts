import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return null;
      throw thrown;
    },
  );
}

const randomText = (): string => randomBytes(24).toString('base64url');

/**
 * The secret kept in a file, made at the first call, mode 0600: 192 random bits in base64url, or the one line that `make` answers.
 * Two processes that ask at the same time get the same one; one killed while writing leaves no half of it.
 */
export async function keptSecret(path: string, make: () => string = randomText): Promise<string> {
  const kept = await read(path);
  if (kept !== null) return kept;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${make()}\n`, { mode: 0o600 });
  await link(draft, path).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EEXIST') throw thrown;
  });
  await rm(draft);
  return (await read(path))!;
}
