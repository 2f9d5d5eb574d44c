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

function reachedFrom({ transitions }: Procedure, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { from, to } of transitions) if (to !== sameState && from.includes(state)) reached.add(to);
  }
  return reached;
}
