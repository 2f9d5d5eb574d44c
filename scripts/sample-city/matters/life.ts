import type { SeededRandom } from '../seeded-random.js';
import { weightedPick } from '../weighted-pick.js';
import { endOfTime } from './clock.js';
import type { Draft, State, Step } from './matter.js';

/** How often matters of an office take each way, in any unit. */
export type Ways = Readonly<Partial<Record<Way, number>>>;

type Way =
  | 'DONE'
  | 'REWORKED'
  | 'OBJECTED'
  | 'SETTLED'
  | 'MERGED'
  | 'REFUSED'
  | 'RETURNED'
  | 'VOIDED'
  | 'SUSPENDED'
  | 'WITHDRAWN'
  | 'OTHER_PROCEDURE'
  | 'STUCK';

const opening: readonly State[] = ['REPORTED', 'UNDER_REVIEW'];
const handling: readonly State[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING'];
const closing: readonly State[] = ['FEEDBACK', 'VERIFYING', 'CLOSED'];

const states: Readonly<Record<Way, readonly State[]>> = {
  DONE: [...opening, ...handling, ...closing],
  REWORKED: [...opening, ...handling, 'FEEDBACK', 'VERIFYING', 'HANDLING', ...closing],
  OBJECTED: [...opening, 'DISPATCHED', 'UNDER_REVIEW', ...handling, ...closing],
  SETTLED: ['REPORTED', 'SETTLED'],
  MERGED: [...opening, 'MERGED'],
  REFUSED: [...opening, 'REFUSED'],
  RETURNED: [...opening, 'RETURNED'],
  VOIDED: [...opening, 'WITHDRAWN'],
  SUSPENDED: [...opening, ...handling, 'SUSPENDED'],
  WITHDRAWN: [...opening, ...handling, 'WITHDRAWN'],
  OTHER_PROCEDURE: [...opening, 'OTHER_PROCEDURE'],
  STUCK: [...opening, ...handling],
};

// Shares of a matter's time that pass before each state is reached, relative to each other.
const pace: Readonly<Record<State, number>> = {
  REPORTED: 0,
  UNDER_REVIEW: 4,
  SETTLED: 12,
  MERGED: 8,
  REFUSED: 10,
  RETURNED: 10,
  OTHER_PROCEDURE: 14,
  DISPATCHED: 8,
  ACCEPTED: 8,
  HANDLING: 10,
  FEEDBACK: 45,
  VERIFYING: 12,
  CLOSED: 12,
  SUSPENDED: 30,
  WITHDRAWN: 40,
};

/** Draws lives by the ways of an office: the steps that a matter has taken up to the end of time. */
export function livesBy(ways: Ways): (draft: Draft, reportedAt: number, random: SeededRandom) => readonly Step[] {
  const pickWay = weightedPick(Object.keys(ways) as Way[], (way) => ways[way]!);
  return (draft, reportedAt, random) => {
    const way = states[pickWay(random)];
    const hours = (draft.limitHours ?? 24 * 20) * durationFactor(random) + random.between(3, 60);
    const paces = way.map((state) => pace[state] * random.between(0.5, 1.5));
    const whole = Math.max(
      100,
      paces.reduce((sum, one) => sum + one, 0),
    );
    let minute = reportedAt;
    const steps = way.map((state, i): Step => {
      minute += Math.max(i === 0 ? 0 : 2, (hours * 60 * paces[i]!) / whole);
      return { state, minute: Math.round(minute), organisation: actor(state, draft) };
    });
    return steps.filter((step) => step.minute < endOfTime);
  };
}

/** Most matters take well under their limit, about one in eight takes longer. */
function durationFactor(random: SeededRandom): number {
  const factor = 0.62 * Math.pow(2, 0.8 * random.bell());
  return random.chance(0.02) ? factor * 6 : factor;
}

function actor(state: State, { keeper, dispatcher, lead }: Draft): string {
  if (state === 'UNDER_REVIEW' || state === 'DISPATCHED' || state === 'MERGED' || state === 'REFUSED' || state === 'RETURNED')
    return dispatcher;
  if (state === 'ACCEPTED' || state === 'HANDLING' || state === 'FEEDBACK' || state === 'SUSPENDED') return lead;
  return keeper;
}
