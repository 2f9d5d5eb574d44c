import type { ToldMatter } from '../../matters/index.js';
import { type ClockMove, type Procedure, sameState } from '../procedure/procedure.js';

/** A step that an office told: when it was taken, and what it does to the clocks. */
export interface ToldMoves {
  readonly at: Date;
  readonly moves: readonly ClockMove[];
}

/**
 * What the told steps of a matter do to its clocks: what the platform's own steps between the same states would, by the shortest way of the
 * procedure where steps were left out. An end stops everything and begins nothing: what its office has ended is nobody's to time here.
 */
export function toldMoves(procedure: Procedure, { steps, officeStates }: ToldMatter): readonly ToldMoves[] {
  const named = (name: string | null, common: string | null): readonly string[] =>
    name !== null && procedure.states[name]?.common === common ? [name] : statesOf(procedure, common);
  return steps.map(({ from, state, at }, place) => {
    const starts = from === null ? [procedure.initial] : named(place === 0 ? officeStates.before : null, from);
    const goals = named(place === steps.length - 1 ? officeStates.now : null, state);
    const begins = from === null ? procedure.begins : [];
    return { at, moves: from === state ? [] : [...begins, ...movesOnTheWay(procedure, starts, new Set(goals))] };
  });
}

function statesOf({ states }: Procedure, common: string | null): readonly string[] {
  return Object.keys(states).filter((name) => states[name]!.common === common);
}

interface Way {
  readonly state: string;
  readonly moves: readonly ClockMove[];
}

/** The clock moves of the fewest transitions that lead from one of some states to one of others, through no end; none where nothing leads there. */
function movesOnTheWay({ states, transitions }: Procedure, starts: readonly string[], goals: ReadonlySet<string>): readonly ClockMove[] {
  const seen = new Set(starts);
  const ways: Way[] = starts.map((state) => ({ state, moves: [] }));
  for (const { state, moves } of ways) {
    if (goals.has(state)) return moves;
    if (states[state]!.isFinal && !starts.includes(state)) continue;
    for (const { from, to, clocks } of transitions) {
      if (to === sameState || !from.includes(state) || seen.has(to)) continue;
      seen.add(to);
      ways.push({ state: to, moves: [...moves, ...clocks] });
    }
  }
  return [];
}
