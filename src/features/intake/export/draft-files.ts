import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { CityError } from '../../../kernel/city-error.js';

/** A file that was written whole. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** How files are laid down. */
export interface DraftTerms {
  /** Whether files that have these names already give way. */
  readonly replaces: boolean;
  /** Permissions of the files. */
  readonly mode: number;
}

interface Draft {
  readonly draft: string;
  readonly path: string;
}

/** Files that get their names together, when all of them are whole and on disk; until then they lie beside under names that nobody reads. */
export class DraftFiles {
  readonly #drafts: Draft[] = [];

  constructor(private readonly terms: DraftTerms) {}

  /** Throws `CONFLICT` where a file has the name already and may not give way. */
  async refuseTaken(path: string): Promise<void> {
    if (this.terms.replaces || !(await exists(path))) return;
    throw new CityError({
      code: 'CONFLICT',
      message: `${path}: a file of this name stands there already.`,
      messageZh: `${path}：已有同名文件。`,
      hint: 'Choose another place, or pass --replace.',
    });
  }

  /** Writes one file, its folder made where it is missing. */
  async write(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<WrittenFile> {
    await this.refuseTaken(path);
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
    this.#drafts.push({ draft, path });
    const handle = await open(draft, 'wx', this.terms.mode);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { path, bytes, sha256: hash.digest('hex') };
  }

  /** Gives every file its name. */
  async publish(): Promise<void> {
    for (const { draft, path } of this.#drafts.splice(0)) await rename(draft, path);
  }

  /** Takes away what has no name yet. */
  async discard(): Promise<void> {
    for (const { draft } of this.#drafts.splice(0)) await rm(draft, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
