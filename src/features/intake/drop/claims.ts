import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rmdir, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A file on its way into a claim: where it lies, and what it is called there. */
export interface ClaimWish {
  readonly path: Buffer;
  readonly name: string;
}

/** Files that one process has taken, in a folder of their own under their own names. */
export interface Claim {
  readonly folder: string;
  readonly names: readonly string[];
}

const free = 'free';
const host = hostname().replaceAll('~', '_');
/** How long a claim may lie untouched before any process may go on with it. */
const abandonedMs = 15 * 60_000;
/** The claims of this process, whichever part of it holds them. */
const heldHere = new Set<string>();

/**
 * The folder of taken files. A claim is a folder that names its holder; taking and handing on are renamings, of which only one succeeds,
 * so that two processes never hold one file.
 */
export class Claims {
  constructor(private readonly folder: string) {}

  /** Takes files; null where others were quicker, or they are gone. Throws where nothing can be moved here. */
  async take(wishes: readonly ClaimWish[]): Promise<Claim | null> {
    const folder = this.#own();
    await mkdir(folder, { recursive: true });
    heldHere.add(folder);
    const names: string[] = [];
    try {
      for (const { path, name } of wishes) {
        const as = names.includes(name) ? `${names.length + 1}-${name}` : name;
        if (await moved(path, join(folder, as))) names.push(as);
      }
    } catch (thrown) {
      if (names.length === 0) await this.drop({ folder, names });
      if (names.length === 0) throw thrown;
    }
    if (names.length > 0) return { folder, names };
    await this.drop({ folder, names });
    return null;
  }

  /** Goes on with what others have left: what is free, what a process of this machine held that is gone, what nobody has touched for long. */
  async adopt(now: number): Promise<readonly Claim[]> {
    const found = await readdir(this.folder).catch(() => []);
    const adopted: Claim[] = [];
    for (const name of found) {
      const from = join(this.folder, name);
      if (!(await isLeft(name, from, now))) continue;
      const folder = this.#own();
      heldHere.add(folder);
      if (await moved(from, folder)) adopted.push({ folder, names: await readdir(folder) });
      else heldHere.delete(folder);
    }
    return adopted;
  }

  /** Says that the claim is still held. */
  async touch({ folder }: Claim, now: number): Promise<void> {
    await utimes(folder, now / 1_000, now / 1_000).catch(() => undefined);
  }

  /** Lets whoever looks next go on with the claim. */
  async release({ folder }: Claim): Promise<void> {
    await moved(folder, join(this.folder, `${free}~0~${randomUUID()}`));
    heldHere.delete(folder);
  }

  /** Ends a claim that holds nothing any more. */
  async drop({ folder }: Claim): Promise<void> {
    await rmdir(folder).catch(() => undefined);
    heldHere.delete(folder);
  }

  #own(): string {
    return join(this.folder, `${host}~${process.pid}~${randomUUID()}`);
  }
}

/** Renames; false where there is nothing to rename (any more). */
async function moved(from: Buffer | string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}

async function isLeft(name: string, folder: string, now: number): Promise<boolean> {
  if (heldHere.has(folder)) return false;
  const [holder, pid] = name.split('~');
  if (holder === free) return true;
  if (holder === host && !isAlive(Number(pid))) return true;
  const touched = await stat(folder).catch(() => null);
  return touched !== null && touched.isDirectory() && now - touched.mtimeMs > abandonedMs;
}

/** Whether another process of this machine has the number; this one holds nothing that it does not know of. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
