import type { DepartmentCode } from '../../kernel/ids.js';
import type { RunRegister } from './ports.js';
import type { QuarantinedRow } from './refusal.js';

/** How many rows one run has read; `read = accepted + quarantined`, always. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
}

const mostHeld = 1_000;

/** Counts the rows of one run and hands its refused rows to the register, some at a time. */
export class Tally {
  #accepted = 0;
  #quarantined = 0;
  #held: QuarantinedRow[] = [];

  constructor(
    private readonly run: { readonly id: string; readonly department: DepartmentCode | null; readonly at: Date },
    private readonly register: RunRegister,
  ) {}

  get counts(): RowCounts {
    return { read: this.#accepted + this.#quarantined, accepted: this.#accepted, quarantined: this.#quarantined };
  }

  accept(rows = 1): void {
    this.#accepted += rows;
  }

  refuse(row: QuarantinedRow): void {
    this.#quarantined += 1;
    this.#held.push(row);
  }

  /** Keeps a remark on a row that is accepted all the same. */
  note(row: QuarantinedRow): void {
    this.#held.push(row);
  }

  /** Hands over what is held once it is much; call it between batches. */
  async relieve(): Promise<void> {
    if (this.#held.length >= mostHeld) await this.flush();
  }

  /** Hands over everything that is held. */
  async flush(): Promise<void> {
    const rows = this.#held;
    this.#held = [];
    await this.register.quarantine(this.run, rows);
  }
}
