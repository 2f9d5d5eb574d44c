import { petition } from '../../../src/departments/petition/index.js';
import { urbanManagement } from '../../../src/departments/urban-management/index.js';
import { checkProcedure, type Procedure } from '../../../src/features/loop/index.js';
import { finalStates } from '../../../src/features/matters/index.js';

const urban = urbanManagement.procedure!;
const petitions = petition.procedure!;

const stepsOf = ({ transitions }: Procedure, name: string) => transitions.filter(({ step }) => step === name);
const limitOf = (clock: string): string => {
  const { limit, source } = petitions.limits.find((one) => one.clock === clock)!;
  return `${limit.amount} ${limit.unit} ${/第.+?条|简易办理办法/.exec(source)![0]}`;
};

describe.each([urban, petitions])('the procedure $key', (procedure) => {
  test('can run: every state is known, reached and has an exit or is an end', () => {
    expect(() => checkProcedure(procedure)).not.toThrow();
  });

  test('maps each of its states to one common state, and its ends to ends', () => {
    for (const { common, isFinal } of Object.values(procedure.states)) expect(finalStates.includes(common)).toBe(isFinal);
  });

  test('asks for a reason wherever a matter goes back', () => {
    const backwards = procedure.transitions.filter(({ step }) => /^(return|sendBack|objectTo|takeWorkerOff|uphold)/.test(step));
    expect(backwards.filter(({ carries }) => !carries.includes('REASON'))).toEqual([]);
    expect(backwards.length).toBeGreaterThan(2);
  });
});

test('a procedure that names a limit of no law, or lists one that limits nothing, cannot run', () => {
  const without = { ...petitions, limits: petitions.limits.filter(({ clock }) => clock !== 'HANDLING_EXTENSION') };
  const idle = { ...petitions, limits: [...petitions.limits, { ...petitions.limits[0]!, clock: 'LUNCH' }] };
  expect(() => checkProcedure(without)).toThrow('HANDLING_EXTENSION is not among its limits');
  expect(() => checkProcedure(idle)).toThrow('its limit LUNCH limits nothing');
});

test('a petition that was extended comes back to where an extension may be asked for by rework alone (Art. 34: once)', () => {
  const onward = petitions.transitions.filter(({ step }) => step !== 'returnForRework');
  const reached = new Set(['延期办理']);
  for (const state of reached) for (const { from, to } of onward) if (from.includes(state) && to !== 'SAME') reached.add(to);
  expect(reached.has('答复')).toBe(true);
  expect(stepsOf(petitions, 'requestHandlingExtension').flatMap(({ from }) => from.filter((state) => reached.has(state)))).toEqual([]);
});

describe('urban management', () => {
  test('files a case under a condition, and counts its time from the dispatch until the result is submitted', () => {
    expect(stepsOf(urban, 'fileCase')).toMatchObject([{ by: ['OFFICE'], carries: ['CONDITION'], to: '待派遣' }]);
    const moving = (does: string): readonly string[] =>
      urban.transitions
        .filter(({ clocks }) => clocks.some((move) => move.clock === 'HANDLING' && move.does === does))
        .map(({ step }) => step);
    expect(moving('RESTART')).toEqual(['dispatchCase', 'dispatchMatter']);
    expect(moving('PAUSE')).toEqual(['objectToDispatch', 'submitResult', 'suspendMatter']);
  });

  test('lets nobody but whoever filed a case close it, and nobody check what he handled', () => {
    expect(urban.transitions.filter(({ to }) => to === '结案').map(({ step, by }) => [step, by])).toEqual([['closeCase', ['FILER']]]);
    expect(urban.transitions.filter(({ to }) => to === '待结案').map(({ apartFrom }) => apartFrom)).toEqual([
      ['finishWork', 'submitResult'],
      ['finishWork', 'submitResult'],
    ]);
  });

  test('takes a case back from a department only before its worker is on it', () => {
    expect(stepsOf(urban, 'objectToDispatch')).toMatchObject([{ from: ['待处置', '待指派'], to: '待派遣' }]);
    expect(stepsOf(urban, 'takeWorkerOff')).toMatchObject([{ from: ['处置中'], to: '待指派' }]);
  });
});

describe('petition', () => {
  test.each([
    ['REFERRAL', '15 CALENDAR_DAYS 第二十二条'],
    ['ACCEPTANCE', '15 CALENDAR_DAYS 第二十三条'],
    ['OBJECTION', '5 WORKING_DAYS 第二十三条'],
    ['HANDLING', '60 CALENDAR_DAYS 第三十四条'],
    ['HANDLING_EXTENSION', '30 CALENDAR_DAYS 第三十四条'],
    ['SIMPLE_HANDLING', '10 WORKING_DAYS 简易办理办法'],
    ['REEXAMINATION_REQUEST', '30 CALENDAR_DAYS 第三十五条'],
    ['REEXAMINATION', '30 CALENDAR_DAYS 第三十五条'],
    ['FINAL_REVIEW_REQUEST', '30 CALENDAR_DAYS 第三十六条'],
    ['FINAL_REVIEW', '30 CALENDAR_DAYS 第三十六条'],
  ])('has the limit %s as %s says', (clock, said) => {
    expect(limitOf(clock)).toBe(said);
  });

  test('has no other limits', () => {
    expect(petitions.limits).toHaveLength(10);
  });

  test('is referred by the petition office alone, and knows no dispatch by the township level', () => {
    const referring = petitions.transitions.filter(({ to, from }) => to === '转送交办' && from.includes('待转送'));
    expect(referring.map(({ step, by }) => [step, by])).toEqual([
      ['referPetition', ['OFFICE']],
      ['assignPetition', ['OFFICE']],
    ]);
    expect(petitions.transitions.filter(({ step }) => ['dispatchMatter', 'blowWhistle', 'reviewMatter'].includes(step))).toEqual([]);
  });

  test('is returned only with the consent of who referred it', () => {
    expect(stepsOf(petitions, 'objectToDispatch')).toMatchObject([{ to: '管辖异议', carries: ['REASON'], within: { limit: 'OBJECTION' } }]);
    const back = petitions.transitions.filter(({ from, to }) => from.includes('管辖异议') && to === '待转送');
    expect(back.map(({ step, by }) => [step, by])).toEqual([['consentToReturn', ['OFFICE']]]);
  });

  test('is given 60 days, and 30 more, only where it is handled by the petition procedure', () => {
    const starting = petitions.transitions.filter(({ clocks }) =>
      clocks.some(({ clock, does }) => clock === 'HANDLING' && does === 'START'),
    );
    expect(starting.map(({ to }) => to)).toEqual(['办理中', '办理中']);
    const extending = petitions.transitions.filter(({ clocks }) => clocks.some(({ does }) => does === 'EXTEND'));
    expect(extending).toMatchObject([
      { step: 'grantHandlingExtension', from: ['延期待批'], to: '延期办理', apartFrom: ['requestHandlingExtension'] },
    ]);
    expect(stepsOf(petitions, 'requestHandlingExtension')).toMatchObject([{ from: ['办理中'], to: '延期待批' }]);
    expect(stepsOf(petitions, 'refuseHandlingExtension')).toMatchObject([{ from: ['延期待批'], to: '办理中', clocks: [] }]);
  });

  test('is urged by the grid at most, and never verified by it', () => {
    const byTheGrid = petitions.transitions.filter(({ by }) => by.includes('GRID_STAFF')).map(({ step }) => step);
    expect(byTheGrid).toEqual(['urgeMatter']);
  });
});
