import type { ChangedUnit } from './features/grids/index.js';
import { changedUnits, type MergeSteps } from './features/intake/index.js';
import type { Log } from './kernel/log.js';

/** Recomputes the crosswalk after something was published. */
export interface CrosswalkRecomputing {
  /** Brings new ground into the picture of the city at once; the links follow behind it. */
  readonly published: (units: readonly ChangedUnit[]) => Promise<void>;
  /** Resolves when nothing is being recomputed. */
  readonly settled: () => Promise<void>;
}

/**
 * Recomputes by the steps of the merge, in their own queue. A recomputation that fails is logged; it stays owed, and the next
 * merge makes up for it.
 */
export function recomputeCrosswalk(steps: MergeSteps, log: Log): CrosswalkRecomputing {
  let running: Promise<void> = Promise.resolve();
  const links = (changes: Parameters<MergeSteps['afterElements']>[0]): Promise<void> =>
    steps
      .afterElements(changes)
      .catch((cause: unknown) => log.error({ cause }, 'the crosswalk could not be recomputed after a publication'));
  return {
    published: async (units) => {
      const changes = changedUnits(units);
      await steps.afterUnits(changes);
      running = running.then(() => links(changes));
    },
    settled: () => running,
  };
}
