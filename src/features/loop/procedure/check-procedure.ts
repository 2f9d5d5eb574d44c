import type { MatterState } from '../../matters/index.js';
import { actorsWithoutRight } from './actors-without-right.js';
import { type Procedure, sameState } from './procedure.js';

/** Passes a procedure that can be run; throws naming everything that is wrong with it: it is a mistake of ours or of the office's folder, never of a caller. */
export function checkProcedure(procedure: Procedure): void {
  const faults = [...faultsOf(procedure)];
  if (faults.length > 0) throw new Error(`The procedure ${procedure.key} cannot run: ${faults.join('; ')}.`);
}

function* faultsOf(procedure: Procedure): Generator<string> {
  yield* unknownStates(procedure);
  yield* unreachableStates(procedure);
  yield* deadEnds(procedure);
  yield* ambiguousSteps(procedure);
  yield* nobodysSteps(procedure);
  yield* unknownLimits(procedure);
  yield* decidedBeforehand(procedure);
  yield* leftToMachines(procedure);
  yield* actorsWithoutRight(procedure);
}

const judgements: ReadonlySet<MatterState> = new Set(['VERIFIED', 'CLOSED', 'EVALUATED']);

/** What verifies, closes, evaluates or decides is a judgement; only what a resident says by a code needs nobody's. */
function* leftToMachines({ states, transitions }: Procedure): Generator<string> {
  for (const { step, to, carries, judges } of transitions) {
    const isJudgement = judgements.has(states[to]?.common ?? 'REPORTED') || carries.includes('DECISION');
    if (isJudgement && !judges && !carries.includes('CODE')) yield `${step} judges a matter and is not kept to persons`;
  }
}

/** A step that carries a decision has only its own effect to follow it: what the table does, it does whatever was decided. */
function* decidedBeforehand({ transitions }: Procedure): Generator<string> {
  for (const { step, to, carries, clocks } of transitions) {
    const moves = to !== sameState || clocks.length > 0;
    if (moves && carries.includes('DECISION')) yield `${step} moves the matter whatever is decided`;
  }
}

function* unknownStates({ initial, states, transitions }: Procedure): Generator<string> {
  const named = [initial, ...transitions.flatMap(({ from, to }) => (to === sameState ? from : [...from, to]))];
  for (const state of new Set(named)) if (!(state in states)) yield `${state} is not among its states`;
}

function* unreachableStates(procedure: Procedure): Generator<string> {
  const reached = reachedFrom(procedure, procedure.initial);
  for (const state of Object.keys(procedure.states)) if (!reached.has(state)) yield `${state} is never reached from ${procedure.initial}`;
}

function* deadEnds(procedure: Procedure): Generator<string> {
  for (const [state, { isFinal }] of Object.entries(procedure.states)) {
    const reached = [...reachedFrom(procedure, state)];
    const ends = reached.some((end) => procedure.states[end]?.isFinal);
    if (!isFinal && !ends) yield `${state} is not final and leads to no end`;
  }
}

/** A step from one state leads to one state, so that its name alone says what will happen. */
function* ambiguousSteps({ transitions }: Procedure): Generator<string> {
  const seen = new Set<string>();
  for (const { step, from } of transitions) {
    for (const state of from) {
      const key = `${step} from ${state}`;
      if (seen.has(key)) yield `${key} stands twice`;
      seen.add(key);
    }
  }
}

function* nobodysSteps({ transitions }: Procedure): Generator<string> {
  for (const { step, from, by } of transitions) {
    if (by.length === 0) yield `nobody may take ${step}`;
    if (from.length === 0) yield `${step} starts nowhere`;
  }
}

/** What a transition names must stand among the limits, and every limit must be named: one that nothing starts would bind nobody. */
function* unknownLimits({ begins, states, transitions, limits }: Procedure): Generator<string> {
  const known = new Set(limits.map(({ clock }) => clock));
  const moves = [...begins, ...transitions.flatMap(({ clocks }) => clocks)];
  const demanded = [
    ...moves.flatMap((move) => (move.does === 'EXTEND' ? move.by : [])),
    ...transitions.flatMap(({ within }) => within?.limit ?? []),
  ];
  for (const name of new Set(demanded)) if (!known.has(name)) yield `${name} is not among its limits`;
  const named = new Set([...demanded, ...moves.map(({ clock }) => clock)]);
  for (const name of known) if (!named.has(name)) yield `its limit ${name} limits nothing`;
  for (const { step, within } of transitions) {
    for (const state of within?.since ?? [])
      if (!(state in states)) yield `${step} is counted from ${state}, which is not among its states`;
  }
}

function reachedFrom({ transitions }: Procedure, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { from, to } of transitions) if (to !== sameState && from.includes(state)) reached.add(to);
  }
  return reached;
}
