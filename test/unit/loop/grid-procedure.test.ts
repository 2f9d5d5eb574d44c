import fc from 'fast-check';

import { checkProcedure, gridProcedure } from '../../../src/features/loop/index.js';
import { stepsFrom, transitionOf } from '../../../src/features/loop/procedure/find-transition.js';
import { finalStates } from '../../../src/features/matters/index.js';
import { seededAsync } from '../../support/geometry/seeded.js';
import { allSteps, WalkedMatter } from '../../support/loop/walked-matter.js';
import { refusal } from '../../support/refusal.js';

const states = Object.keys(gridProcedure.states);

test('the common loop can run, and its ends are the ends of matters', () => {
  expect(() => checkProcedure(gridProcedure)).not.toThrow();
  expect(states.filter((name) => gridProcedure.states[name]!.isFinal).sort()).toEqual([...finalStates].sort());
});

test.each(states)('A78: from %s every step is either drawn or refused with those that are', (state) => {
  const drawn = stepsFrom(gridProcedure, state);
  for (const step of allSteps) {
    if (drawn.includes(step)) expect(transitionOf(gridProcedure, state, step)).toMatchObject({ step });
    else
      expect(refusal(() => transitionOf(gridProcedure, state, step))).toMatchObject({
        code: 'ILLEGAL_TRANSITION',
        details: { allowed: drawn, state },
      });
  }
});

test('whatever steps are tried in whatever order, version and history keep together and nothing refused leaves a trace', async () => {
  await seededAsync(
    fc.asyncProperty(fc.array(fc.constantFrom(...allSteps), { maxLength: 40 }), async (tried) => {
      const walked = new WalkedMatter();
      for (const step of tried) {
        const { state, version } = walked.matter;
        const refusal = await walked.step(step);
        expect(refusal === null).toBe(stepsFrom(gridProcedure, state).includes(step));
        expect(walked.matter.version).toBe(version + (refusal === null ? 1 : 0));
        expect(walked.history).toHaveLength(walked.matter.version - 1);
      }
    }),
    100,
  );
});

test('a step at a version that is gone is a conflict before anything else is looked at', async () => {
  const walked = new WalkedMatter();
  await expect(walked.step('closeMatter', { version: 7 })).resolves.toBe('CONFLICT');
});
