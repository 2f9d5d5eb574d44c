import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { type HeadFile, serialOf } from './head-file.js';

/** The folder that files of exported heads are laid into. */
export class HeadsFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Names of the files by rising serial; none where there is no folder. */
  async names(): Promise<readonly string[]> {
    const all = await readdir(this.path).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return [];
      throw thrown;
    });
    return all.filter((name) => serialOf(name) !== null).sort();
  }

  /** One file by its name. */
  async read(name: string): Promise<HeadFile> {
    return { name, text: await readFile(join(this.path, name), 'utf8') };
  }

  /** The youngest file; null where there is none. */
  async last(): Promise<HeadFile | null> {
    const name = (await this.names()).at(-1);
    return name === undefined ? null : this.read(name);
  }

  /** Lays a file into the folder, whole and on disk when this resolves. */
  async add({ name, text }: HeadFile): Promise<void> {
    await mkdir(this.path, { recursive: true });
    const draft = join(this.path, `.${name}.draft`);
    const handle = await open(draft, 'w', 0o640);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(this.path, name));
  }
}
