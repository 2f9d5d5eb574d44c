import { checkSession } from '../../../src/features/deliberation/check-session.js';
import type { DeliberationSession } from '../../../src/features/deliberation/deliberation.js';

const days = { proposedOn: '2026-03-01', today: '2026-03-10' };
const session: DeliberationSession = { platform: 'GRID', heldOn: '2026-03-05', participants: 20, inFavour: 12, against: 5, abstained: 3 };

test.each<readonly [string, Partial<DeliberationSession>]>([
  ['on the day of the proposal', { heldOn: '2026-03-01' }],
  ['today', { heldOn: '2026-03-10' }],
  ['in which some did not vote', { participants: 40 }],
  ['of one person', { participants: 1, inFavour: 0, against: 0, abstained: 0 }],
])('a session %s is taken', (_name, changed) => {
  expect(() => checkSession({ ...session, ...changed }, days)).not.toThrow();
});

test.each<readonly [string, Partial<DeliberationSession>, string]>([
  ['before it was proposed', { heldOn: '2026-02-28' }, 'heldOn'],
  ['tomorrow', { heldOn: '2026-03-11' }, 'heldOn'],
  ['of nobody', { participants: 0, inFavour: 0, against: 0, abstained: 0 }, 'participants'],
  ['of more people than a city has', { participants: 100_001 }, 'participants'],
  ['with fewer than no votes for it', { inFavour: -1 }, 'inFavour'],
  ['with fewer than no votes against it', { against: -1 }, 'against'],
  ['with fewer than none abstaining', { abstained: -1 }, 'abstained'],
  ['with more votes than people', { participants: 19 }, 'participants'],
])('a session %s is refused by the field', (_name, changed, field) => {
  expect(() => checkSession({ ...session, ...changed }, days)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`${field}:`) as string }) as Error,
  );
});
