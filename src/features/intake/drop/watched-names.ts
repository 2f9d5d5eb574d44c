import type { DroppedName } from './dropped-name.js';
import type { FileLook } from './look-at-file.js';

/** A name that was looked at, and since when it looks as it does. */
interface Seen {
  readonly mark: string;
  readonly since: number;
}

/** Remembers what stood in a folder, so that a file is taken when it stands still and a fault is told once. */
export class WatchedNames {
  #seen = new Map<string, Seen>();
  /** What was told of each name. */
  #told = new Map<string, string>();

  /** `settleMs`: how long a file must have looked the same. */
  constructor(private readonly settleMs: number) {}

  /** Whether the file has stood still long enough by now; a changed one begins anew. */
  isStill({ raw }: DroppedName, { mark }: Pick<FileLook, 'mark'>, now: number): boolean {
    const key = raw.toString('hex');
    const before = this.#seen.get(key);
    if (before?.mark !== mark) {
      this.#seen.set(key, { mark, since: now });
      return false;
    }
    return now - before.since >= this.settleMs;
  }

  /** Whether a fault of what stands there is yet to be told: true once, until the name is gone or has another fault. */
  tellsFirst({ raw }: DroppedName, fault: string): boolean {
    const key = raw.toString('hex');
    if (this.#told.get(key) === fault) return false;
    this.#told.set(key, fault);
    return true;
  }

  /** Forgets names that are gone. */
  keepOnly(names: readonly DroppedName[]): void {
    const here = new Set(names.map(({ raw }) => raw.toString('hex')));
    this.#seen = new Map([...this.#seen].filter(([key]) => here.has(key)));
    this.#told = new Map([...this.#told].filter(([key]) => here.has(key)));
  }
}
