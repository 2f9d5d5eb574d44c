import type { DispatchProposal } from '../../../src/features/catalogue/index.js';
import { checkEscalation } from '../../../src/features/loop/dispatching/escalation.js';
import { checkClear } from '../../../src/features/loop/dispatching/proposal.js';
import type { Situation } from '../../../src/features/loop/steps/step.js';
import type { PastStep } from '../../../src/features/matters/index.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { aScope } from '../../support/access/a-scope.js';
import { aMatter, smallModel } from '../../support/loop/walked-matter.js';
import { refusal } from '../../support/refusal.js';

const proposal = (unclearBecause: DispatchProposal['unclearBecause']): DispatchProposal => ({
  ...{ at: '2026-03-10', organisations: [], firstReceiver: null, isUnclear: true, unclearBecause, escalateTo: '990101' },
  ...{ whistle: { isListed: false, organisations: [] }, editions: { whistle: null, duty: null } },
});

/** A dispatch by somebody of a division, of a matter that was objected to so often. */
function dispatchBy(division: string, objections = 0): Situation {
  const objection = { step: 'objectToDispatch', toState: 'OBJECTED' } as PastStep;
  const acting = { principal: aPrincipal([division], { role: 'TOWNSHIP_DISPATCHER' }), requestId: 'r', scope: aScope(), model: smallModel };
  return { matter: aMatter(), acting, past: () => Promise.resolve(Array<PastStep>(objections).fill(objection)) } as unknown as Situation;
}

/** Steps that an office told, by the states they led to. */
const toldBy = (...states: readonly string[]): readonly PastStep[] => states.map((toState) => ({ step: null, toState }) as PastStep);

test.each([
  ['two that its office told', toldBy('REPORTED', 'DISPATCHED', 'OBJECTED', 'DISPATCHED', 'OBJECTED'), true],
  ['two returns straight to review', toldBy('REPORTED', 'DISPATCHED', 'UNDER_REVIEW', 'ACCEPTED', 'UNDER_REVIEW'), true],
  ['one that went on to review', toldBy('REPORTED', 'DISPATCHED', 'OBJECTED', 'UNDER_REVIEW', 'DISPATCHED'), false],
  ['one here and one told', [...toldBy('DISPATCHED', 'OBJECTED'), { step: 'objectToDispatch', toState: 'OBJECTED' } as PastStep], true],
])('of objections, %s', async (_, past, isEscalated) => {
  const refused = await checkEscalation({ ...dispatchBy('990101001'), past: () => Promise.resolve(past) }).then(
    () => null,
    (thrown: { readonly code: string }) => thrown.code,
  );
  expect(refused).toBe(isEscalated ? 'FORBIDDEN' : null);
});

test('what duties name alike is decided by the county level, what none names by whoever dispatches', () => {
  expect(refusal(() => checkClear(dispatchBy('990101001'), proposal('SEVERAL_ALIKE')))).toMatchObject({
    code: 'FORBIDDEN',
    details: { escalateTo: '990101' },
  });
  expect(refusal(() => checkClear(dispatchBy('990101'), proposal('SEVERAL_ALIKE')))).toBeNull();
  expect(refusal(() => checkClear(dispatchBy('990101001'), proposal('NOBODY_NAMED')))).toBeNull();
  expect(refusal(() => checkClear(dispatchBy('990101001'), null))).toBeNull();
});

test.each([
  [0, '990101001', null],
  [1, '990101001', null],
  [2, '990101001', 'FORBIDDEN'],
  [2, '990101', null],
  [5, '990100', null],
])('after %i objections somebody of %s is refused: %s', async (objections, division, code) => {
  const refused = await checkEscalation(dispatchBy(division, objections)).then(
    () => null,
    (thrown: { readonly code: string }) => thrown.code,
  );
  expect(refused).toBe(code);
});
