import { randomUUID } from 'node:crypto';

import { asCityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { RunEnd, RunRegister } from '../ports.js';
import { type RowCounts, Tally } from '../rows/tally.js';
import type { RunFinding } from './run-finding.js';

/** How one run ended. */
export interface RunOutcome extends RowCounts {
  readonly runId: string;
  /** Null for the city's own registers. */
  readonly department: DepartmentCode | null;
  /** Records that changed. */
  readonly changed: number;
  /** Boundaries that were accepted after a repair, or without rings of no ground. */
  readonly repaired: number;
  /** What is odd about layers that were accepted all the same. */
  readonly findings: readonly RunFinding[];
  /** Why it failed, in a sentence; null when it is done. */
  readonly failure: string | null;
}

/** Opens a run, lets it work and closes it with its counts, whatever happens. */
export class RunDesk {
  constructor(
    private readonly register: RunRegister,
    private readonly clock: Clock,
  ) {}

  /**
   * `work` may be tried again from the start, so it asks for a fresh tally each time it begins.
   * A run that throws is closed as failed and what it threw is thrown on.
   */
  async run(
    about: { readonly department: DepartmentCode | null; readonly pack: string },
    work: (run: { readonly id: string; readonly freshTally: () => Promise<Tally> }) => Promise<number>,
  ): Promise<RunOutcome> {
    const run = { id: randomUUID(), department: about.department, at: this.clock.now() };
    await this.register.open({ ...about, id: run.id, startedAt: run.at });
    let tally = new Tally(run, this.register);
    const freshTally = async (): Promise<Tally> => {
      await this.register.forgetQuarantine(run.id);
      tally = new Tally(run, this.register, await this.register.hasOpenKeys(run));
      return tally;
    };
    try {
      const changed = await work({ id: run.id, freshTally });
      await tally.flush();
      await this.register.close(run.id, { state: 'DONE', ...endOf(tally), message: null }, this.clock.now());
      const { counts, repaired, findings } = tally;
      return { runId: run.id, department: about.department, ...counts, changed, repaired, findings, failure: null };
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

function endOf({ counts, repaired, findings }: Tally): Omit<RunEnd, 'state' | 'message'> {
  return { ...counts, repaired, findings: findings.length };
}
