import type { Procedure } from '../procedure/procedure.js';
import type { Situation } from './step.js';

/** The row of the city's limits by which a step starts clocks: the one that it names, else, in an office's own procedure, the one under which the matter was filed (立案条件). */
export async function conditionOf(procedure: Procedure, { carried, transition, past }: Situation): Promise<string | null> {
  const startsClocks = transition.clocks.some(({ does }) => does === 'START' || does === 'RESTART');
  if (carried.condition !== null || !startsClocks || procedure.key === 'common') return carried.condition;
  const named = (await past()).flatMap((step) => step.carried?.['condition'] ?? []).at(-1);
  return typeof named === 'string' ? named : null;
}
