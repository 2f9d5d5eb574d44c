import { finalStates } from '../../matters/index.js';
import { gridProcedure } from './grid-procedure.js';
import type { Procedure } from './procedure.js';

const untilEnd = Object.keys(gridProcedure.states).filter((state) => !gridProcedure.states[state]!.isFinal);
const objecting = gridProcedure.transitions.find(({ step }) => step === 'objectToDispatch')!;
const told = { by: ['SYSTEM'], carries: [], clocks: [] } as const;

/**
 * The common loop as offices without a procedure of their own tell it: a department's return goes back to review at once, which is its
 * objection, and anything open may end in any way.
 */
export const feedProcedure: Procedure = {
  ...gridProcedure,
  transitions: [
    ...gridProcedure.transitions,
    { ...told, step: 'returnToReview', from: ['DISPATCHED', 'OBJECTED', 'ACCEPTED'], to: 'UNDER_REVIEW', clocks: objecting.clocks },
    ...finalStates.map((to) => ({ ...told, step: `end as ${to}`, from: untilEnd, to })),
  ],
};
