import { CityError } from '../../../kernel/city-error.js';
import type { PastStep } from '../../matters/index.js';
import type { Situation } from '../steps/step.js';
import { actsAboveTownship } from '../steps/who-acts.js';

/** After so many objections the township level no longer decides who handles a matter (domain: second objection goes to the county level). */
const objectionsThatEscalate = 2;

/** Passes where the caller still decides who handles a matter; throws `FORBIDDEN` where so many objected that the county level does. */
export async function checkEscalation({ matter, acting, past }: Pick<Situation, 'matter' | 'acting' | 'past'>): Promise<void> {
  const objections = (await past()).filter(isObjection).length;
  if (objections < objectionsThatEscalate || actsAboveTownship(acting, matter.divisionCode)) return;
  throw new CityError({
    code: 'FORBIDDEN',
    message: `The matter was objected to ${objections} times: the county level decides who handles it.`,
    messageZh: `该事项已被异议 ${objections} 次，须由县（市、区）级确定承办单位。`,
    hint: 'Escalate it to the grid office or governance centre of the county level.',
    details: { objections },
  });
}

/** An office that tells of its steps names none: what comes back from a department is its objection, whether it stands there or has gone on to review. */
function isObjection({ step, toState }: PastStep, place: number, past: readonly PastStep[]): boolean {
  if (step !== null) return step === 'objectToDispatch';
  const before = past[place - 1]?.toState;
  if (toState === 'OBJECTED') return before !== 'OBJECTED';
  return toState === 'UNDER_REVIEW' && (before === 'DISPATCHED' || before === 'ACCEPTED');
}
