import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type BuiltFile, listBuiltFiles } from './built-file.js';

/** Paths inside one built folder and what lies there. */
export type FileList = ReadonlyMap<string, BuiltFile>;

/**
 * One built folder whose file list is the only thing that requests are matched against: a path that is not in the list
 * does not exist, so no path can lead out of the folder.
 */
export class BuiltFolder {
  readonly #folder: string;
  #files: FileList | null = null;
  #builtAt = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The files of the newest build, or `null` where the page has not been built. A new build is noticed by its `index.html`. */
  async files(): Promise<FileList | null> {
    const builtAt = await this.#newestBuild();
    if (builtAt === null) return null;
    if (this.#files === null || builtAt !== this.#builtAt) {
      this.#files = await listBuiltFiles(this.#folder);
      this.#builtAt = builtAt;
    }
    return this.#files;
  }

  async #newestBuild(): Promise<number | null> {
    try {
      return (await stat(join(this.#folder, 'index.html'))).mtimeMs;
    } catch {
      return null;
    }
  }
}
