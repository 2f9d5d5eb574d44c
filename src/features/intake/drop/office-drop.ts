import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../../../kernel/clock.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Log } from '../../../kernel/log.js';
import type { HeldRow } from '../runs/quarantine.js';
import { type Claim, Claims } from './claims.js';
import { writeDropReport } from './drop-report.js';
import { type DroppedName, droppedName, isPassedOver, kinOf, markOf } from './dropped-name.js';
import type { DroppedFileEnd, ImportEnd, ImportTaken } from './import-taken.js';
import { lookAt } from './look-at-file.js';
import { WatchedNames } from './watched-names.js';

/** How many files of all offices were done with since the start, and how many wait to be tried again. */
export interface DropFigures {
  done: number;
  refused: number;
  waiting: number;
}

/** What one office's drop folder works with. */
export interface OfficeDropParts {
  /** Key of the office. */
  readonly office: string;
  readonly folder: string;
  /** How long a file must stand still before it is taken. */
  readonly settleMs: number;
  readonly importTaken: ImportTaken;
  /** The refused rows of a run. */
  readonly refusedRows: (runId: string) => AsyncIterable<readonly HeldRow[]>;
  readonly figures: DropFigures;
  readonly clock: Clock;
  readonly log: Log;
}

/** A claim that is to be tried again. */
interface Waiting {
  readonly claim: Claim;
  readonly tries: number;
  readonly notBefore: number;
}

const ownFolders = new Set(['taken', 'done', 'refused']);
const [shortestWaitMs, longestWaitMs] = [5_000, 5 * 60_000];
const touchMs = 60_000;

/** One office's drop folder: takes what is whole, has it imported, one after another, and puts it where its people see what became of it. */
export class OfficeDrop {
  readonly #watched: WatchedNames;
  readonly #claims: Claims;
  #waiting: readonly Waiting[] = [];
  #isFolderTold = false;

  constructor(private readonly parts: OfficeDropParts) {
    this.#watched = new WatchedNames(parts.settleMs);
    this.#claims = new Claims(join(parts.folder, 'taken'));
  }

  /** Looks once and works off what can be taken; answers whether something stands there that may be whole soon. Never throws. */
  async round(stop: AbortSignal): Promise<boolean> {
    try {
      const isMoving = await this.#round(stop);
      this.#isFolderTold = false;
      return isMoving;
    } catch (thrown) {
      this.#tellFolder(thrown);
      return false;
    }
  }

  async #round(stop: AbortSignal): Promise<boolean> {
    for (const name of ownFolders) await mkdir(join(this.parts.folder, name), { recursive: true });
    for (const claim of await this.#claims.adopt(this.#now())) await this.#attempt({ claim, tries: 0, notBefore: 0 }, stop);
    for (const due of this.#due()) await this.#attempt(due, stop);
    const { whole, isMoving } = await this.#look();
    for (const [, kin] of groupBy(whole, ({ name }) => kinOf(name))) if (!stop.aborted) await this.#take(kin, stop);
    return isMoving;
  }

  /** Lets others go on with what waits here. */
  async release(): Promise<void> {
    for (const { claim } of this.#waiting) await this.#claims.release(claim);
    this.#setWaiting([]);
  }

  async #look(): Promise<{ readonly whole: readonly DroppedName[]; readonly isMoving: boolean }> {
    const { folder } = this.parts;
    const names = (await readdir(folder, { encoding: 'buffer' }).catch(() => [])).map(droppedName);
    this.#watched.keepOnly(names);
    const whole: DroppedName[] = [];
    let isMoving = false;
    for (const name of names) {
      if (isPassedOver(name.name) || ownFolders.has(name.name)) continue;
      const look = await lookAt(this.#pathOf(name));
      if (look === null) continue;
      const isStill = this.#watched.isStill(name, look, this.#now());
      const isMarked = look.bytes > 0 && (await lookAt(this.#pathOf({ ...name, raw: markOf(name) }))) !== null;
      if (!isStill && !(isMarked && look.fault === null)) isMoving = true;
      else if (look.fault !== null) await this.#tellOnce(name, `${look.fault}; it was left where it is`);
      else if (look.bytes === 0) await this.#tellOnce(name, 'it holds nothing (0 bytes); it was left where it is');
      else whole.push(name);
    }
    return { whole: whole.sort((a, b) => (a.name < b.name ? -1 : 1)), isMoving };
  }

  async #take(kin: readonly DroppedName[], stop: AbortSignal): Promise<void> {
    try {
      const claim = await this.#claims.take(kin.map((name) => ({ path: this.#pathOf(name), name: name.name })));
      for (const name of kin) await unlink(this.#pathOf({ ...name, raw: markOf(name) })).catch(() => undefined);
      if (claim !== null) await this.#attempt({ claim, tries: 0, notBefore: 0 }, stop);
    } catch (thrown) {
      for (const name of kin) await this.#tellOnce(name, `it cannot be moved (${codeOf(thrown)}); may the folder be written to?`);
    }
  }

  async #attempt({ claim, tries }: Waiting, stop: AbortSignal): Promise<void> {
    this.#setWaiting(this.#waiting.filter((one) => one.claim !== claim));
    if (claim.names.length === 0) return this.#claims.drop(claim);
    const before = await this.#marksOf(claim);
    const touching = setInterval(() => void this.#claims.touch(claim, this.#now()), touchMs).unref();
    const { office, importTaken, log } = this.parts;
    const end = await importTaken({ office, paths: claim.names.map((name) => join(claim.folder, name)), stop });
    clearInterval(touching);
    if (end.kind === 'LATER') {
      if (stop.aborted) return this.#claims.release(claim);
      const waitMs = Math.min(shortestWaitMs * 2 ** tries, longestWaitMs);
      if (tries === 0) log.info({ office, files: claim.names, why: end.why }, 'dropped files wait to be imported');
      this.#setWaiting([...this.#waiting, { claim, tries: tries + 1, notBefore: this.#now() + waitMs }]);
      return;
    }
    const after = await this.#marksOf(claim);
    for (const [nth, name] of claim.names.entries()) {
      if (after[nth] === null) log.warn({ office, file: name }, 'a dropped file disappeared while it was read');
      else if (after[nth] !== before[nth]) await this.#giveBack(claim, name);
      else await this.#settle(claim, name, endOf(end, name));
    }
    await this.#claims.drop(claim);
  }

  /** A file that was written to while it was read stands in the folder again, to be taken when it is still. */
  async #giveBack(claim: Claim, name: string): Promise<void> {
    const { office, folder, log } = this.parts;
    const from = join(claim.folder, name);
    try {
      await link(from, join(folder, name));
      await unlink(from);
      log.warn({ office, file: name }, 'a dropped file changed while it was read; it is taken again');
    } catch {
      await this.#settle(claim, name, { end: null, why: 'it changed while it was read, and a newer one of its name has come' });
    }
  }

  async #settle(claim: Claim, name: string, { end, why }: Ended): Promise<void> {
    const { office, folder, log, figures } = this.parts;
    const state = why === null ? 'done' : 'refused';
    const to = join(folder, state, `${this.#stamp()}-${name}`);
    await rename(join(claim.folder, name), to);
    figures[state] += 1;
    const rows = end === null || end.quarantined === 0 || end.runId === '' ? null : this.parts.refusedRows(end.runId);
    if (why !== null || rows !== null) await this.#report(to, { file: name, end, why, rows });
    const { read, accepted, quarantined } = end ?? { read: 0, accepted: 0, quarantined: 0 };
    log[why === null ? 'info' : 'warn']({ office, file: name, state, read, accepted, quarantined, why }, 'a dropped file was worked off');
  }

  async #tellOnce(name: DroppedName, why: string): Promise<void> {
    if (!this.#watched.tellsFirst(name, why)) return;
    const { office, folder, log } = this.parts;
    log.warn({ office, file: name.name, why }, 'a dropped file cannot be taken');
    await this.#report(join(folder, 'refused', `${this.#stamp()}-${name.name}`), { file: name.name, end: null, why, rows: null });
  }

  async #report(beside: string, told: Parameters<typeof writeDropReport>[1]): Promise<void> {
    const { office, log } = this.parts;
    await writeDropReport(`${beside}.report.csv`, told).catch((cause: unknown) => {
      log.warn({ office, file: told.file, cause }, 'the report of a dropped file could not be written');
    });
  }

  #tellFolder(thrown: unknown): void {
    const { office, log } = this.parts;
    if (!this.#isFolderTold) log.warn({ office, code: codeOf(thrown) }, 'a drop folder cannot be worked on');
    this.#isFolderTold = true;
  }

  #due(): readonly Waiting[] {
    return this.#waiting.filter(({ notBefore }) => notBefore <= this.#now());
  }

  #setWaiting(waiting: readonly Waiting[]): void {
    this.parts.figures.waiting += waiting.length - this.#waiting.length;
    this.#waiting = waiting;
  }

  async #marksOf({ folder, names }: Claim): Promise<readonly (string | null)[]> {
    return Promise.all(names.map(async (name) => (await lookAt(join(folder, name)))?.mark ?? null));
  }

  #pathOf({ raw }: DroppedName): Buffer {
    return Buffer.concat([Buffer.from(`${this.parts.folder}/`), raw]);
  }

  #stamp(): string {
    return `${this.parts.clock.now().toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(2).toString('hex')}`;
  }

  #now(): number {
    return this.parts.clock.now().getTime();
  }
}

/** How one file ended: with an import, or why without. */
interface Ended {
  readonly end: DroppedFileEnd | null;
  readonly why: string | null;
}

function endOf(end: Exclude<ImportEnd, { readonly kind: 'LATER' }>, name: string): Ended {
  if (end.kind === 'REFUSED') return { end: null, why: end.why };
  const own = end.files.find(({ file }) => file === name) ?? null;
  return { end: own, why: own === null ? 'the import told nothing of it' : own.failure };
}

const codeOf = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? String(thrown);
