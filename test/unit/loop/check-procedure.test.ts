import { checkProcedure, end, type Procedure, start, state, type Transition } from '../../../src/features/loop/index.js';

const move = (step: string, from: string, to: string, changed: Partial<Transition> = {}): Transition => ({
  ...{ step, from: [from], to, by: ['TOWNSHIP'], carries: [], clocks: [] },
  ...changed,
});
const sound: Procedure = {
  ...{ key: 'small', nameZh: '小流程', source: '示例', initial: 'OPEN', begins: [start('REVIEW')], limits: [] },
  states: { OPEN: state('REPORTED', '开'), HELD: state('HANDLING', '办'), DONE: end('CLOSED', '结') },
  transitions: [move('hold', 'OPEN', 'HELD'), move('finish', 'HELD', 'DONE', { judges: true }), move('note', 'OPEN', 'SAME')],
};
const withSteps = (...further: readonly Transition[]): Procedure => ({ ...sound, transitions: [...sound.transitions, ...further] });

test('a sound procedure passes', () => {
  expect(() => checkProcedure(sound)).not.toThrow();
});

test.each<readonly [string, Procedure, string]>([
  ['a state that is not listed', withSteps(move('lose', 'OPEN', 'LOST')), 'LOST is not among its states'],
  ['an unlisted beginning', { ...sound, initial: 'NOWHERE' }, 'NOWHERE is not among its states'],
  [
    'a state that is never reached',
    { ...sound, states: { ...sound.states, ISLE: end('CLOSED', '岛') } },
    'ISLE is never reached from OPEN',
  ],
  [
    'a state without an exit',
    { ...withSteps(move('sink', 'OPEN', 'PIT')), states: { ...sound.states, PIT: state('HANDLING', '坑') } },
    'PIT is not final and leads to no end',
  ],
  ['a step that stands twice', withSteps(move('hold', 'OPEN', 'DONE')), 'hold from OPEN stands twice'],
  ['a step of nobody', withSteps(move('drift', 'HELD', 'DONE', { by: [] })), 'nobody may take drift'],
  ['a step from nowhere', withSteps(move('appear', 'HELD', 'DONE', { from: [] })), 'appear starts nowhere'],
  [
    'a decision that moves it whatever is decided',
    withSteps(move('judge', 'HELD', 'DONE', { carries: ['DECISION'] })),
    'judge moves the matter',
  ],
  ['a closing that machines might take', withSteps(move('shut', 'OPEN', 'DONE')), 'shut judges a matter and is not kept to persons'],
  [
    'a step of somebody without the right',
    withSteps(move('settleOnSpot', 'OPEN', 'HELD', { by: ['OFFICE'] })),
    'OFFICE has not the right VERIFY that settleOnSpot asks for',
  ],
  [
    'a step of grid staff of whom some have not the right',
    withSteps(move('recheck', 'OPEN', 'HELD', { by: ['GRID_STAFF'] })),
    'GRID_STAFF has not the right HANDLE that recheck asks for',
  ],
])('refuses to run with %s', (_fault, procedure, told) => {
  expect(() => checkProcedure(procedure)).toThrow(told);
});

test('names everything that is wrong at once', () => {
  const faulty = withSteps(move('lose', 'OPEN', 'LOST'), move('drift', 'HELD', 'DONE', { by: [] }));
  expect(() => checkProcedure(faulty)).toThrow(/LOST is not among its states.*nobody may take drift/);
});
