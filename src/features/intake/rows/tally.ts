import type { RunMark, RunRegister, RunTotals } from '../ports.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { RunFinding } from '../runs/run-finding.js';
import type { QuarantinedRow } from './refusal.js';
import type { TableRead } from './table-read.js';

/** How many rows one run has read; `read = accepted + quarantined`, always. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
}

/** A run that has come to nothing yet. */
export const nothingYet: RunTotals = { accepted: 0, quarantined: 0, older: 0, repaired: 0, findings: 0, changed: 0 };

const mostHeld = 1_000;
const mostShown = 20;
const nothing = (): Promise<void> => Promise.resolve();

/** Counts the rows of one run and hands its refused rows, repairs and findings to the register, some at a time. */
export class Tally {
  #totals: RunTotals;
  #held: QuarantinedRow[] = [];
  #repairs: BoundaryRepair[] = [];
  readonly #findings: RunFinding[] = [];
  readonly #shown: QuarantinedRow[] = [];
  #handedOver = 0;
  #acceptedKeys: string[] = [];
  #tablesRead: TableRead[] = [];

  constructor(
    private readonly run: RunMark,
    private readonly register: Pick<RunRegister, 'quarantine' | 'markCleared' | 'noteRepairs' | 'noteFindings'>,
    /** Whether earlier rows are open that an accepted record may clear by its key. */
    readonly wantsKeys = false,
    /** What the run came to before it was cut off. */
    begun: RunTotals = nothingYet,
  ) {
    this.#totals = begun;
  }

  get counts(): RowCounts {
    const { accepted, quarantined } = this.#totals;
    return { read: accepted + quarantined, accepted, quarantined };
  }

  /** What the run has come to. */
  get totals(): RunTotals {
    return this.#totals;
  }

  /** `key` is that of the record which the rows bring, and clears what was refused of it; null where it has none. */
  accept(rows = 1, key: string | null = null): void {
    this.#add({ accepted: rows });
    if (key !== null && this.wantsKeys) this.#acceptedKeys.push(key);
  }

  /** Notes that a table was read, which clears what earlier runs refused of it. */
  read(table: TableRead): void {
    this.#tablesRead.push(table);
  }

  /** `isPlaceless` keeps the row without its place in the file, which would tell of rows that are not counted. */
  refuse(row: QuarantinedRow, { isPlaceless }: { readonly isPlaceless: boolean } = { isPlaceless: false }): void {
    this.#add({ quarantined: 1 });
    const told = isPlaceless ? { ...row, rowNumber: null } : row;
    this.#held.push(told);
    if (this.#shown.length < mostShown) this.#shown.push(told);
  }

  /** Adds what writing accepted rows came to. */
  wrote({ older, changed }: Pick<RunTotals, 'older' | 'changed'>): void {
    this.#add({ older, changed });
  }

  /** Keeps what was set right in a boundary that is accepted. */
  repair(repair: BoundaryRepair): void {
    this.#add({ repaired: 1 });
    this.#repairs.push(repair);
  }

  /** Keeps what is odd about what is accepted. */
  find(finding: RunFinding): void {
    this.#add({ findings: 1 });
    this.#findings.push(finding);
  }

  /** What was found odd since the run was taken up. */
  get findings(): readonly RunFinding[] {
    return this.#findings;
  }

  /** The first rows that were refused since the run was taken up, 20 at most. */
  get firstRefused(): readonly QuarantinedRow[] {
    return this.#shown;
  }

  /** One that counts nothing: rows that were counted before only clear what was refused of their records. */
  uncounted(): Tally {
    const { register } = this;
    const markCleared: RunRegister['markCleared'] = (run, by) => register.markCleared(run, by);
    return new Tally(this.run, { quarantine: nothing, noteRepairs: nothing, noteFindings: nothing, markCleared }, this.wantsKeys);
  }

  /** Hands over what is held once it is much; call it between batches. */
  async relieve(): Promise<void> {
    if (Math.max(this.#held.length, this.#acceptedKeys.length) >= mostHeld) await this.flush();
  }

  /** Hands over everything that is held. */
  async flush(): Promise<void> {
    const rows = this.#held;
    this.#held = [];
    await this.register.quarantine(this.run, rows);
    const [keys, tables] = [this.#acceptedKeys, this.#tablesRead];
    [this.#acceptedKeys, this.#tablesRead] = [[], []];
    await this.register.markCleared(this.run, { keys, tables });
    const repairs = this.#repairs;
    this.#repairs = [];
    await this.register.noteRepairs(this.run, repairs);
    const findings = this.#findings.slice(this.#handedOver);
    this.#handedOver = this.#findings.length;
    await this.register.noteFindings(this.run, findings);
  }

  #add(more: Partial<RunTotals>): void {
    const sums = Object.entries(more).map(([name, count]) => [name, this.#totals[name as keyof RunTotals] + count]);
    this.#totals = { ...this.#totals, ...(Object.fromEntries(sums) as Partial<RunTotals>) };
  }
}
