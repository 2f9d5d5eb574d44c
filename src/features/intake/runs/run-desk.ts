import { randomUUID } from 'node:crypto';

import { asCityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { RunEnd, RunFile, RunRegister, RunTotals } from '../ports.js';
import type { QuarantinedRow } from '../rows/refusal.js';
import { nothingYet, type RowCounts, Tally } from '../rows/tally.js';
import type { RunFinding } from './run-finding.js';

/** How one run ended. */
export interface RunOutcome extends RowCounts {
  readonly runId: string;
  /** Null for the city's own registers. */
  readonly department: DepartmentCode | null;
  /** Accepted rows that were older than what is held, and so changed nothing. */
  readonly older: number;
  /** Records that changed. */
  readonly changed: number;
  /** Boundaries that were accepted after a repair, or without rings of no ground. */
  readonly repaired: number;
  /** What is odd about what was accepted. */
  readonly findings: readonly RunFinding[];
  /** The first refused rows, 20 at most. */
  readonly refused: readonly QuarantinedRow[];
  /** Why it failed, in a sentence; null when it is done. */
  readonly failure: string | null;
}

/** What a run is about. */
export interface RunSubject {
  readonly department: DepartmentCode | null;
  /** The city pack, or the name of the office's file. */
  readonly pack: string;
  /** Left out where a pack is read. */
  readonly file?: RunFile;
  /** The run that goes on, and what it had come to, where it was cut off. */
  readonly begun?: { readonly runId: string; readonly totals: RunTotals } | null;
}

/** A run under way. */
export interface RunUnderWay {
  readonly id: string;
  /** The tally to count with from here on: what is beyond `begun` in the register is forgotten. */
  readonly freshTally: (begun?: RunTotals) => Promise<Tally>;
}

/** Opens a run, lets it work and closes it with its counts, whatever happens. */
export class RunDesk {
  constructor(
    private readonly register: RunRegister,
    private readonly clock: Clock,
  ) {}

  /**
   * `work` may be tried again from the start, so it asks for a fresh tally each time it begins. It answers how many records changed.
   * A run that throws is closed as failed and what it threw is thrown on.
   */
  async run(subject: RunSubject, work: (run: RunUnderWay) => Promise<number>): Promise<RunOutcome> {
    const { department, pack, file, begun } = subject;
    const run = { id: begun?.runId ?? randomUUID(), department, at: this.clock.now() };
    await this.register.open({ id: run.id, department, pack, file: file ?? null, startedAt: run.at });
    const first = begun?.totals ?? nothingYet;
    let tally = new Tally(run, this.register, false, first);
    const freshTally = async (from: RunTotals = first): Promise<Tally> => {
      await this.register.forgetBeyond(run.id, from);
      tally = new Tally(run, this.register, await this.register.hasOpenKeys(run), from);
      return tally;
    };
    try {
      const changed = await work({ id: run.id, freshTally });
      await tally.flush();
      await this.register.close(run.id, { state: 'DONE', ...endOf(tally), message: null }, this.clock.now());
      return { ...told(run.id, department, tally), changed, failure: null };
    } catch (thrown) {
      await this.#closeFailed(run.id, tally, thrown);
      throw thrown;
    }
  }

  async #closeFailed(runId: string, tally: Tally, thrown: unknown): Promise<void> {
    const { message, id } = asCityError(thrown);
    // The first failure is the one to tell, also when the register is away.
    await tally.flush().catch(() => undefined);
    const end = { state: 'FAILED' as const, ...endOf(tally), message: `${message} (${id})` };
    await this.register.close(runId, end, this.clock.now()).catch(() => undefined);
  }
}

/** A run that failed before it came to anything. */
export function failedRun(department: DepartmentCode, runId: string, failure: string): RunOutcome {
  const none = { read: 0, accepted: 0, quarantined: 0, older: 0, changed: 0, repaired: 0, findings: [], refused: [] };
  return { runId, department, ...none, failure };
}

function told(runId: string, department: DepartmentCode | null, tally: Tally): Omit<RunOutcome, 'changed' | 'failure'> {
  const { older, repaired } = tally.totals;
  return { runId, department, ...tally.counts, older, repaired, findings: tally.findings, refused: tally.firstRefused };
}

function endOf({ counts, totals: { older, repaired, findings } }: Tally): Omit<RunEnd, 'state' | 'message'> {
  return { ...counts, older, repaired, findings };
}
