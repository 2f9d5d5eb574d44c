import { CityError } from '../../../kernel/city-error.js';
import type { PastStep } from '../../matters/index.js';
import { type Procedure, type ProcedureState } from '../procedure/procedure.js';
import type { MatterTiming } from '../timing/matter-timing.js';
import type { Situation } from './step.js';

/** When, and by which calendar. */
export interface WithinTerms {
  readonly timing: Pick<MatterTiming, 'lawfulEnd'>;
  readonly at: Date;
}

/** Passes a step for which its lawful time is not over; throws `FORBIDDEN` with the instant at which it ended. */
export async function checkWithin(
  { transition, past }: Pick<Situation, 'transition' | 'past'>,
  procedure: Procedure,
  { timing, at }: WithinTerms,
): Promise<void> {
  if (transition.within === undefined) return;
  const { limit, since } = transition.within;
  const from = lastCameTo(await past(), new Map(since.map((state) => [state, procedure.states[state]!])));
  const end = from === null ? null : timing.lawfulEnd(procedure, limit, from);
  if (end === null || at < end) return;
  const { source } = procedure.limits.find(({ clock }) => clock === limit)!;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `${transition.step}: its time by law ended at ${end.toISOString()} (${source}).`,
    messageZh: `${transition.step}：法定期限已于 ${end.toISOString()} 届满（${source}）。`,
    details: { endedAt: end.toISOString(), source },
  });
}

/** When a matter last came to one of some states, steps that left it there not counted; null where its history does not tell. */
function lastCameTo(past: readonly PastStep[], states: ReadonlyMap<string, ProcedureState>): Date | null {
  const isThere = ({ officeState, toState }: PastStep): boolean =>
    officeState === null ? [...states.values()].some(({ common }) => common === toState) : states.has(officeState);
  const came = past.filter((step, index) => isThere(step) && (index === 0 || !isThere(past[index - 1]!)));
  return came.at(-1)?.occurredAt ?? null;
}
