import type { DepartmentCode } from '../../../kernel/ids.js';
import type { RunRegister } from '../ports.js';
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

const mostHeld = 1_000;

/** Counts the rows of one run and hands its refused rows, repairs and findings to the register, some at a time. */
export class Tally {
  #accepted = 0;
  #quarantined = 0;
  #repaired = 0;
  #held: QuarantinedRow[] = [];
  #repairs: BoundaryRepair[] = [];
  readonly #findings: RunFinding[] = [];
  #handedOver = 0;
  #acceptedKeys: string[] = [];
  #tablesRead: TableRead[] = [];

  constructor(
    private readonly run: { readonly id: string; readonly department: DepartmentCode | null; readonly at: Date },
    private readonly register: RunRegister,
    /** Whether earlier rows are open that an accepted record may clear by its key. */
    readonly wantsKeys = false,
  ) {}

  get counts(): RowCounts {
    return { read: this.#accepted + this.#quarantined, accepted: this.#accepted, quarantined: this.#quarantined };
  }

  /** `key` is that of the record which the rows bring, and clears what was refused of it; null where it has none. */
  accept(rows = 1, key: string | null = null): void {
    this.#accepted += rows;
    if (key !== null && this.wantsKeys) this.#acceptedKeys.push(key);
  }

  /** Notes that a table was read, which clears what earlier runs refused of it. */
  read(table: TableRead): void {
    this.#tablesRead.push(table);
  }

  /** `isPlaceless` keeps the row without its place in the file, which would tell of rows that are not counted. */
  refuse(row: QuarantinedRow, { isPlaceless }: { readonly isPlaceless: boolean } = { isPlaceless: false }): void {
    this.#quarantined += 1;
    this.#held.push(isPlaceless ? { ...row, rowNumber: null } : row);
  }

  /** Keeps what was set right in a boundary that is accepted. */
  repair(repair: BoundaryRepair): void {
    this.#repaired += 1;
    this.#repairs.push(repair);
  }

  /** Keeps what is odd about a layer that is accepted. */
  find(finding: RunFinding): void {
    this.#findings.push(finding);
  }

  /** How many boundaries were set right. */
  get repaired(): number {
    return this.#repaired;
  }

  /** What was found odd so far. */
  get findings(): readonly RunFinding[] {
    return this.#findings;
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
}
