import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type DropFigures, OfficeDrop, type OfficeDropParts } from './office-drop.js';

/** What the drop folder works with. */
export interface DropFolderParts extends Omit<OfficeDropParts, 'office' | 'folder' | 'figures' | 'settleMs'> {
  /** Holds a folder an office, named by its key. */
  readonly folder: string;
  /** Keys of the offices. */
  readonly offices: readonly string[];
  /** Milliseconds that a file must stand still; 3,000 when left out. */
  readonly settleMs?: number;
  /** Milliseconds between two looks at a quiet folder; 10,000 when left out. */
  readonly pollMs?: number;
}

/** Watches the drop folders of all offices, each by itself: no office's files wait for another's. */
export class DropFolder {
  readonly figures: DropFigures = { done: 0, refused: 0, waiting: 0 };
  readonly #stop = new AbortController();
  #following: readonly Promise<void>[] = [];

  constructor(private readonly parts: DropFolderParts) {}

  start(): void {
    this.#following = this.parts.offices.map((office) => this.#follow(office, join(this.parts.folder, office)));
  }

  /** Stops what is under way; the next process that watches goes on with it. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#following);
  }

  async #follow(office: string, folder: string): Promise<void> {
    const { settleMs = 3_000, pollMs = 10_000 } = this.parts;
    const drop = new OfficeDrop({ ...this.parts, office, folder, settleMs, figures: this.figures });
    const hint = new Hint(folder);
    while (!this.#stop.signal.aborted) {
      const isMoving = await drop.round(this.#stop.signal);
      // However often a file is written to, it is looked at a few times a second at most.
      await this.#rest(settleMs / 4);
      await Promise.race([this.#rest(isMoving ? settleMs : pollMs), hint.next()]);
    }
    hint.close();
    await drop.release();
  }

  #rest(ms: number): Promise<unknown> {
    return pause(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}

/** Hears of changes in a folder where the file system tells of them; where it does not, looking now and then finds them all the same. */
class Hint {
  #watcher: FSWatcher | null = null;
  #heard: () => void = () => undefined;

  constructor(private readonly folder: string) {}

  /** Resolves at the next change. */
  next(): Promise<void> {
    this.#watcher ??= this.#watch();
    return new Promise((resolve) => (this.#heard = resolve));
  }

  close(): void {
    this.#watcher?.close();
  }

  #watch(): FSWatcher | null {
    try {
      const watcher = watch(this.folder, { persistent: false }, () => this.#heard());
      watcher.on('error', () => {
        watcher.close();
        this.#watcher = null;
      });
      return watcher;
    } catch {
      return null;
    }
  }
}
