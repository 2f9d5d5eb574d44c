import type { LinkDecision } from '../../../src/features/crosswalk/index.js';
import type { Redraw } from '../../../src/features/lineage/index.js';
import type { LogPoint } from '../../../src/features/live/index.js';

/** What is on record of redraws and decisions, and how far this process has the city, in the hands of the test. */
export class AGround {
  readonly redrawn = new Map<string, Redraw>();
  readonly decided = new Map<string, LinkDecision>();
  /** Up to where the city of this process holds what the log tells. */
  heldUpTo = Infinity;
  /** How often somebody was told that it has not come so far. */
  refusals = 0;

  readonly redraws = { byUuid: async (uuid: string) => this.redrawn.get(uuid) ?? null };
  readonly decisions = { byUuid: async (uuids: readonly string[]) => uuids.map((uuid) => this.decided.get(uuid) ?? null) };
  readonly holds = async ({ position }: LogPoint): Promise<boolean> => {
    if (position > this.heldUpTo) this.refusals += 1;
    return position <= this.heldUpTo;
  };
}
