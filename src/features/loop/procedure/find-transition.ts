import { CityError } from '../../../kernel/city-error.js';
import type { Procedure, Transition } from './procedure.js';

/** The names of the steps that a procedure allows in a state, in the order of its table. */
export function stepsFrom({ transitions }: Procedure, state: string): readonly string[] {
  return transitions.filter(({ from }) => from.includes(state)).map(({ step }) => step);
}

/** The transition that a step is in a state; throws `ILLEGAL_TRANSITION` with the steps that would be allowed. */
export function transitionOf(procedure: Procedure, state: string, step: string): Transition {
  const found = procedure.transitions.find((transition) => transition.step === step && transition.from.includes(state));
  if (found !== undefined) return found;
  const allowed = stepsFrom(procedure, state);
  const { nameZh } = procedure.states[state] ?? { nameZh: state };
  throw new CityError({
    code: 'ILLEGAL_TRANSITION',
    message: `The procedure ${procedure.key} knows no ${step} in the state ${state}; expected one of: ${allowed.join(', ') || 'none'}.`,
    messageZh: `${procedure.nameZh}：状态“${nameZh}”下不能 ${step}；可行的步骤：${allowed.join('、') || '无'}。`,
    hint: 'Read the matter again: somebody may have taken the step before.',
    details: { allowed, state },
  });
}
