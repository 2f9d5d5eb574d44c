import { addDays } from '../../../src/kernel/dates.js';
import type { SeededRandom } from '../seeded-random.js';
import { localDay } from './clock.js';
import type { Matter, State } from './matter.js';

const daysToAccept = 15;
const daysToHandle = 60;
const bands = ['UP_TO_FIVE', 'UP_TO_FIVE', 'SIX_TO_TWENTY', 'TWENTY_ONE_TO_FIFTY', 'OVER_FIFTY'];

/** The dates of a petition's statutory clock, in calendar days, and what else its office notes of it. */
export function petitionFacts(matter: Matter, random: SeededRandom): Readonly<Record<string, string>> {
  const { category, reportedAt, own } = matter;
  const [registered, referred, accepted] = [localDay(reportedAt), dayOf(matter, 'DISPATCHED'), dayOf(matter, 'ACCEPTED')];
  const isJoint = random.chance(0.06);
  return {
    route: own['purpose_code'] === '01' ? 'SUGGESTION' : own['route']!,
    content_code: category.code,
    registered_on: registered,
    referred_on: referred,
    accept_by: addDays(referred || registered, daysToAccept),
    handle_by: accepted === '' ? '' : addDays(accepted, daysToHandle),
    joint: String(isJoint),
    joint_band: isJoint ? random.pick(bands) : '',
    public_mark: String(!matter.sealed && random.chance(0.4)),
    confidential: String(matter.sealed || random.chance(0.1)),
  };
}

function dayOf({ steps }: Matter, state: State): string {
  const step = steps.find((one) => one.state === state);
  return step ? localDay(step.minute) : '';
}
