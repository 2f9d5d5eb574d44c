import { join } from 'node:path';

import type { Log } from '../../../kernel/log.js';
import type { KeptAbout, KeptColumns, ModelKeeper } from '../model/kept-model.js';
import { readColumnFile, writeColumnFile } from './column-file.js';

/** Keeps the model of now in `<folder>/now.bin`. */
export class ModelFile implements ModelKeeper {
  readonly #path: string;
  readonly #log: Log;

  constructor(folder: string, log: Log) {
    this.#path = join(folder, 'now.bin');
    this.#log = log;
  }

  async load(faultOf: (about: KeptAbout) => Promise<string | null>): ReturnType<ModelKeeper['load']> {
    try {
      return await this.#read(faultOf);
    } catch (cause) {
      this.#log.info({ file: this.#path, cause }, 'the kept city model is not used; the index is read instead');
      return null;
    }
  }

  async #read(faultOf: (about: KeptAbout) => Promise<string | null>): ReturnType<ModelKeeper['load']> {
    let about: KeptAbout | null = null;
    const columns = await readColumnFile(this.#path, async (found) => {
      about = found as KeptAbout;
      const fault = await faultOf(about);
      if (fault !== null) throw new Error(fault);
    });
    return about === null ? null : { about, columns: columns as KeptColumns };
  }

  async save(about: KeptAbout, columns: KeptColumns): Promise<void> {
    await writeColumnFile(this.#path, about, columns);
    this.#log.info({ file: this.#path, position: about.mark.position }, 'the city model is kept for the next start');
  }
}

/** Keeps nothing: for tools that come and go. */
export const noModelFile: ModelKeeper = { load: () => Promise.resolve(null), save: () => Promise.resolve() };
