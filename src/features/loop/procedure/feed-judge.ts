import type { DepartmentCode } from '../../../kernel/ids.js';
import { finalStates, type MatterState, type StepJudge, type UnappliedReason } from '../../matters/index.js';
import { feedProcedure } from './feed-procedure.js';
import { type Procedure, sameState } from './procedure.js';

/**
 * Judges what feeds tell, in common states. Whoever takes a step in an office is the office's affair, so every transition of the table
 * counts, whatever its actors. A feed may leave steps out: one state may follow another where the table leads there, turning back at most
 * once on the way; the states of a table stand in the order of its line. What has ended is left only by a transition of the table.
 */
export class FeedJudge implements StepJudge {
  readonly #own: ReadonlyMap<DepartmentCode, Reach>;
  readonly #common: Reach;

  constructor(own: ReadonlyMap<DepartmentCode, Procedure>) {
    this.#own = new Map([...own].map(([department, procedure]) => [department, reachOf(procedure)]));
    this.#common = reachOf(feedProcedure);
  }

  hasOwn(department: DepartmentCode): boolean {
    return this.#own.has(department);
  }

  fault(department: DepartmentCode, from: MatterState | null, to: MatterState): UnappliedReason | null {
    const reach = this.#own.get(department) ?? this.#common;
    if (!reach.has(to)) return 'NOT_IN_PROCEDURE';
    if (from === null || from === to || reach.get(from)?.has(to)) return null;
    return finalStates.includes(from) ? 'ENDED' : 'TURNED_BACK';
  }
}

/** The common states that may follow each common state. */
type Reach = ReadonlyMap<MatterState, ReadonlySet<MatterState>>;

function reachOf(procedure: Procedure): Reach {
  const reach = new Map<MatterState, Set<MatterState>>();
  for (const [state, { common }] of Object.entries(procedure.states)) {
    const followers = reach.get(common) ?? new Set();
    for (const follower of followersOf(procedure, state)) followers.add(procedure.states[follower]!.common);
    reach.set(common, followers);
  }
  return reach;
}

/** The states to which the table leads from one, turning back at most once and passing through no end; from an end, one transition far. */
function followersOf(procedure: Procedure, start: string): readonly string[] {
  const places = new Map(Object.keys(procedure.states).map((state, place) => [state, place]));
  const seen = new Set([`${start} 0`]);
  const way = [{ state: start, turned: 0 }];
  for (const { state, turned } of way) {
    if (procedure.states[state]!.isFinal && state !== start) continue;
    if (procedure.states[start]!.isFinal && state !== start) continue;
    for (const { from, to } of procedure.transitions) {
      if (to === sameState || !from.includes(state)) continue;
      const turns = turned + (places.get(to)! < places.get(state)! ? 1 : 0);
      if (turns > 1 || seen.has(`${to} ${turns}`)) continue;
      seen.add(`${to} ${turns}`);
      way.push({ state: to, turned: turns });
    }
  }
  return way.slice(1).map(({ state }) => state);
}
