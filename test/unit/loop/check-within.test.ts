import { petition } from '../../../src/departments/petition/index.js';
import { checkWithin } from '../../../src/features/loop/steps/check-within.js';
import type { PastStep } from '../../../src/features/matters/index.js';

const procedure = petition.procedure!;
const objection = procedure.transitions.find(({ step }) => step === 'objectToDispatch')!;
const day = 86_400_000;
/** Five days, whatever they are counted in. */
const timing = { lawfulEnd: (_procedure: object, _limit: string, from: Date) => new Date(from.getTime() + 5 * day) };

const step = (officeState: string | null, toState: PastStep['toState'], at: string): PastStep => ({
  version: 1,
  step: null,
  toState,
  officeState,
  organisationUuid: null,
  madeBy: null,
  carried: null,
  occurredAt: new Date(at),
});
const judged = (past: readonly PastStep[], at: string): Promise<void> =>
  checkWithin({ transition: objection, past: () => Promise.resolve(past) }, procedure, { timing, at: new Date(at) });

const referred = step('转送交办', 'DISPATCHED', '2026-03-02T01:00:00Z');

test('an objection comes in time until its lawful time is over, and is refused from then on with the law', async () => {
  await expect(judged([referred], '2026-03-07T00:59:59Z')).resolves.toBeUndefined();
  await expect(judged([referred], '2026-03-07T01:00:00Z')).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('第二十三条'),
  });
});

test('what happens meanwhile without moving the petition begins no new time, another referral does', async () => {
  const urged = step('转送交办', 'DISPATCHED', '2026-03-06T01:00:00Z');
  await expect(judged([referred, urged], '2026-03-08T01:00:00Z')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const again = [referred, step('管辖异议', 'OBJECTED', '2026-03-05T01:00:00Z'), urged];
  await expect(judged(again, '2026-03-08T01:00:00Z')).resolves.toBeUndefined();
});

test('what an office told in common states counts as well, and where nothing is told nothing is refused', async () => {
  await expect(judged([step(null, 'DISPATCHED', '2026-03-02T01:00:00Z')], '2026-03-08T01:00:00Z')).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(judged([step(null, 'REPORTED', '2026-03-02T01:00:00Z')], '2026-03-08T01:00:00Z')).resolves.toBeUndefined();
});
