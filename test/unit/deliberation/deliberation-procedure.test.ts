import { actOfMutation } from '../../../src/features/access/mutation-acts.js';
import { rightsOfRole } from '../../../src/features/access/role-rights.js';
import { deliberationStates } from '../../../src/features/deliberation/deliberation.js';
import {
  checkActor,
  checkDeliberationProcedure,
  checkTurn,
  type DeliberationProcedure,
  deliberationProcedure,
  deliberationSteps,
  stepsFrom,
} from '../../../src/features/deliberation/deliberation-procedure.js';
import { roles } from '../../../src/kernel/principal.js';

const { transitions, ends } = deliberationProcedure;
const refusal = (parts: object): Error => expect.objectContaining(parts) as Error;
const faultOf = (procedure: DeliberationProcedure): string => {
  try {
    checkDeliberationProcedure(procedure);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the procedure of deliberations', () => {
  test('can run as it stands', () => {
    expect(faultOf(deliberationProcedure)).toBe('');
  });

  test('allows in each state what stands in the table, and nothing else', () => {
    expect(Object.fromEntries(deliberationStates.map((state) => [state, stepsFrom(state)]))).toEqual({
      PROPOSED: ['holdDeliberation', 'withdrawProposal'],
      DELIBERATED: ['holdDeliberation', 'decideDeliberation'],
      ADOPTED: ['carryOutDecision', 'returnToDeliberation'],
      NOT_ADOPTED: ['returnToDeliberation'],
      CARRIED_OUT: [],
      RETURNED: ['holdDeliberation', 'withdrawProposal'],
      WITHDRAWN: [],
    });
  });

  test.each(deliberationStates)(
    'refuses in %s every step out of order with those that are allowed, state and version unchanged',
    (state) => {
      for (const step of deliberationSteps) {
        const turn = (): void => checkTurn({ state, version: 3 }, step, 3);
        if (stepsFrom(state).includes(step)) expect(turn).not.toThrow();
        else expect(turn).toThrow(refusal({ code: 'ILLEGAL_TRANSITION', details: { state, step, allowed: stepsFrom(state) } }));
        expect(() => checkTurn({ state, version: 3 }, step, 2)).toThrow(refusal({ code: 'CONFLICT' }));
      }
    },
  );

  test('gives no step to a role without the right of its mutation, and refuses every role that it does not name', () => {
    for (const { step, by } of transitions) {
      expect(by.filter((role) => !rightsOfRole[role].acts.includes(actOfMutation[step]))).toEqual([]);
      for (const role of roles) {
        if (by.includes(role)) expect(() => checkActor({ role }, step)).not.toThrow();
        else expect(() => checkActor({ role }, step)).toThrow(refusal({ code: 'FORBIDDEN' }));
      }
    }
  });
});

describe('a procedure does not start', () => {
  const without = (step: string): DeliberationProcedure => ({ ends, transitions: transitions.filter((row) => row.step !== step) });

  test.each<readonly [string, DeliberationProcedure, string]>([
    ['with a state that is never reached', without('returnToDeliberation'), 'RETURNED is never reached'],
    ['with a state that leads to no end', { transitions, ends: ['WITHDRAWN'] }, 'CARRIED_OUT is no end and leads to none'],
    ['without one of its steps', without('withdrawProposal'), 'withdrawProposal stands 0 times'],
    ['with a step twice', { ends, transitions: [...transitions, transitions[0]!] }, 'proposeDeliberation stands 2 times'],
    [
      'with a step that nobody may take',
      { ends, transitions: transitions.map((row) => ({ ...row, by: [] })) },
      'nobody may take holdDeliberation',
    ],
  ])('%s', (_name, procedure, fault) => {
    expect(faultOf(procedure)).toContain(fault);
  });
});
