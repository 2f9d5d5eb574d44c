import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What one spell of load found. */
export interface Spell {
  /** Milliseconds from question to last byte, one for each answer. */
  readonly times: readonly number[];
  /** How long the spell lasted. */
  readonly milliseconds: number;
}

/** How hard and how long to ask. */
export interface Load {
  readonly connections: number;
  /** Without end when left out. */
  readonly seconds?: number;
  /** How many answers at most; without bound when left out. */
  readonly answers?: number;
  /** Beside the type and length of the body. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks `url` again and again with the JSON of `bodyFile`, from a process of its own. Throws at the first answer that is not 200. */
export async function putUnderLoad(url: string, bodyFile: string, load: Load): Promise<Spell> {
  const args = [join(__dirname, 'generate-load.js'), url, bodyFile, JSON.stringify(load)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Spell;
}
