import { LoopCity, type MatterShown, organisations, type Person } from '../../support/loop/loop-city.js';

let city: LoopCity;

beforeAll(async () => {
  city = await LoopCity.open();
}, 120_000);
afterAll(() => city?.close());

const { lighthouse, orchard, township } = organisations;
const uuidOf = ({ id }: Pick<MatterShown, 'id'>): string => Buffer.from(id, 'base64url').toString().split(':')[1]!;
const words = { reason: '不属本单位职责', result: '已更换灯泡' };

async function reviewed(input: object = {}, by: Person = 'gridWorker'): Promise<MatterShown> {
  return city.done('dispatcher', 'reviewMatter', await city.report(by, input));
}

async function dispatched(input: object = {}, by: Person = 'gridWorker'): Promise<MatterShown> {
  return city.done('dispatcher', 'dispatchMatter', await reviewed(input, by), { organisation: lighthouse });
}

async function handled(input: object = {}, by: Person = 'gridWorker'): Promise<MatterShown> {
  const accepted = await city.done('lighthouse', 'acceptMatter', await dispatched(input, by));
  return city.done('lighthouse', 'submitFeedback', accepted, { result: words.result, final: true });
}

test('a matter is handled, sent back for rework by the same organisation, verified, closed and evaluated from both sides', async () => {
  const accepted = await city.done('lighthouse', 'acceptMatter', await dispatched());
  const begun = await city.done('lighthouse', 'beginHandling', accepted);
  const told = await city.done('lighthouse', 'submitFeedback', begun, { result: '备件已订', final: false });
  const first = await city.done('lighthouse', 'submitFeedback', told, { result: words.result, final: true, doneOn: '2026-03-09' });
  const back = await city.done('gridWorker', 'verifyMatter', first, { passed: false, reason: '仍不亮' });
  expect(back).toMatchObject({ state: 'HANDLING', assignments: [{ role: 'LEAD', until: null, organisation: { code: lighthouse } }] });
  const second = await city.done('lighthouse', 'submitFeedback', back, { result: '已换线路', final: true });
  const verified = await city.done('gridWorker', 'verifyMatter', second, { passed: true });
  const closed = await city.done('dispatcher', 'closeMatter', verified);
  const resident = { side: 'RESIDENT', responded: true, solved: true, satisfied: false };
  const one = await city.done('gridWorker', 'evaluateMatter', closed, resident);
  const two = await city.done('dispatcher', 'evaluateMatter', one, { side: 'TOWNSHIP', score: 80 });
  const three = await city.done('lighthouse', 'evaluateMatter', two, { side: 'DEPARTMENT', score: 95 });
  expect(three.history.map(({ step, toState }) => `${step} ${toState}`)).toEqual([
    ...['reportMatter REPORTED', 'reviewMatter UNDER_REVIEW', 'dispatchMatter DISPATCHED', 'acceptMatter ACCEPTED'],
    ...['beginHandling HANDLING', 'submitFeedback FEEDBACK', 'submitResult VERIFYING', 'sendBackForRework HANDLING'],
    ...['submitResult VERIFYING', 'verifyMatter VERIFIED', 'closeMatter CLOSED'],
    ...Array<string>(3).fill('evaluateMatter EVALUATED'),
  ]);
  await expect(city.count('matter_evaluation', 'matter_id = $1', [uuidOf(three)])).resolves.toBe(3);
  await expect(city.step('lighthouse', 'evaluateMatter', three, { side: 'DEPARTMENT', score: 1 })).resolves.toMatchObject({
    __typename: 'Conflict',
  });
});

test('nobody evaluates for a side that is not its own, nor answers for the resident with a score alone', async () => {
  const closed = await city.done(
    'dispatcher',
    'closeMatter',
    await city.done('gridWorker', 'verifyMatter', await handled(), { passed: true }),
  );
  const asked: readonly (readonly [Person, object, string])[] = [
    ['lighthouse', { side: 'TOWNSHIP', score: 100 }, 'Forbidden'],
    ['lighthouse', { side: 'RESIDENT', solved: true }, 'Forbidden'],
    ['dispatcher', { side: 'DEPARTMENT', score: 100 }, 'Forbidden'],
    ['dispatcher', { side: 'TOWNSHIP', score: 101 }, 'BadInput'],
    ['dispatcher', { side: 'TOWNSHIP', score: 50, organisation: orchard }, 'BadInput'],
    ['gridWorker', { side: 'RESIDENT', score: 100 }, 'BadInput'],
  ];
  for (const [who, input, refusal] of asked)
    await expect(city.step(who, 'evaluateMatter', closed, input)).resolves.toMatchObject({ __typename: refusal });
});

test('A78: nobody verifies work of their own, by account or by organisation', async () => {
  const dispatchedHome = await city.done('dispatcher', 'dispatchMatter', await reviewed(), { organisation: township });
  const accepted = await city.done('dispatcher', 'acceptMatter', dispatchedHome);
  const told = await city.done('dispatcher', 'submitFeedback', accepted, { result: words.result, final: true });
  await expect(city.step('dispatcher', 'verifyMatter', told, { passed: true })).resolves.toMatchObject({
    __typename: 'Forbidden',
    message: expect.stringContaining('work of their own'),
  });
  await expect(city.step('lighthouse', 'verifyMatter', await handled(), { passed: true })).resolves.toMatchObject({
    __typename: 'Forbidden',
  });
  await expect(city.step('otherGridWorker', 'verifyMatter', told, { passed: true })).resolves.toMatchObject({
    __typename: 'MatterChanged',
  });
});

test('who handled a matter does not answer for the resident, whatever their role', async () => {
  const dispatchedHome = await city.done('dispatcher', 'dispatchMatter', await reviewed(), { organisation: township });
  const accepted = await city.done('dispatcher', 'acceptMatter', dispatchedHome);
  const told = await city.done('dispatcher', 'submitFeedback', accepted, { result: words.result, final: true });
  const closed = await city.done('dispatcher', 'closeMatter', await city.done('gridWorker', 'verifyMatter', told, { passed: true }));
  const praise = { side: 'RESIDENT', responded: true, solved: true, satisfied: true };
  await expect(city.step('communityStaff', 'evaluateMatter', closed, praise)).resolves.toMatchObject({ __typename: 'Forbidden' });
  await expect(city.step('gridWorker', 'evaluateMatter', closed, praise)).resolves.toMatchObject({ __typename: 'MatterChanged' });
});

test('a matter is settled on the spot, withdrawn by whoever reported it, or explained', async () => {
  await expect(city.done('gridWorker', 'settleOnSpot', await city.report(), { result: words.result })).resolves.toMatchObject({
    state: 'SETTLED',
  });
  const mine = await city.report();
  await expect(city.step('otherGridWorker', 'withdrawMatter', mine, { reason: '重复' })).resolves.toMatchObject({
    __typename: 'Forbidden',
  });
  await expect(city.done('gridWorker', 'withdrawMatter', mine, { reason: '重复' })).resolves.toMatchObject({ state: 'WITHDRAWN' });
  await expect(city.done('dispatcher', 'explainMatter', await reviewed(), { reason: '已在诉讼中' })).resolves.toMatchObject({
    state: 'OTHER_PROCEDURE',
  });
});

test('a matter that lacks facts goes back and comes again', async () => {
  const returned = await city.done('dispatcher', 'returnForFacts', await reviewed(), { reason: '缺位置' });
  expect(returned.state).toBe('RETURNED');
  await expect(city.done('gridWorker', 'supplementFacts', returned, { result: '东门南侧' })).resolves.toMatchObject({
    state: 'UNDER_REVIEW',
  });
});

test('the second objection makes the dispatch the county’s', async () => {
  const once = await city.done('lighthouse', 'objectToDispatch', await dispatched(), { reason: words.reason });
  const again = await city.done('dispatcher', 'dispatchMatter', once, { organisation: lighthouse });
  const twice = await city.done('lighthouse', 'objectToDispatch', again, { reason: words.reason });
  await expect(city.step('dispatcher', 'dispatchMatter', twice, { organisation: orchard })).resolves.toMatchObject({
    __typename: 'Forbidden',
    message: expect.stringContaining('2 times'),
  });
  await expect(city.done('county', 'dispatchMatter', twice, { organisation: orchard })).resolves.toMatchObject({ state: 'DISPATCHED' });
});

test('an objection without a reason, a day that has not come and an unknown category are refused', async () => {
  const given = await dispatched();
  await expect(city.step('lighthouse', 'objectToDispatch', given, { reason: ' ' })).resolves.toMatchObject({ __typename: 'BadInput' });
  const accepted = await city.done('lighthouse', 'acceptMatter', given);
  const tomorrow = { result: words.result, final: true, doneOn: '2026-03-11' };
  await expect(city.step('lighthouse', 'submitFeedback', accepted, tomorrow)).resolves.toMatchObject({ code: 'DATE_INVALID' });
  await expect(city.report('gridWorker', { category: { standard: 'light-2020', kind: 'MATTER', code: '99' } })).rejects.toThrow(
    'BAD_USER_INPUT',
  );
});

test('a key that was used with another body is refused', async () => {
  const given = await dispatched();
  const key = { idempotencyKey: 'the-same-key' };
  await city.done('lighthouse', 'objectToDispatch', given, { ...key, reason: words.reason });
  await expect(city.step('lighthouse', 'objectToDispatch', given, { ...key, reason: '另有原因' })).resolves.toMatchObject({
    __typename: 'IdempotencyKeyReused',
  });
});

test('a whistle calls several organisations, which work as a joint team over the levels', async () => {
  const alone = await city.step('dispatcher', 'blowWhistle', await reviewed(), { organisations: [lighthouse] });
  expect(alone).toMatchObject({ __typename: 'BadInput' });
  const called = await city.done('dispatcher', 'blowWhistle', await reviewed(), { organisations: [lighthouse, orchard] });
  expect(called.assignments.map(({ role, organisation }) => [role, organisation.code])).toEqual([
    ['LEAD', lighthouse],
    ['SUPPORT', orchard],
  ]);
  const accepted = await city.done('lighthouse', 'acceptMatter', called);
  const members = [
    { organisation: lighthouse, level: 'COUNTY', task: '更换线路' },
    { organisation: township, level: 'TOWNSHIP', task: '现场秩序' },
  ];
  const oneLevel = members.map((member) => ({ ...member, level: 'COUNTY' }));
  await expect(city.step('lighthouse', 'formJointTeam', accepted, { members: oneLevel })).resolves.toMatchObject({
    __typename: 'BadInput',
  });
  const formed = await city.done('lighthouse', 'formJointTeam', accepted, { members });
  expect(formed).toMatchObject({ state: 'HANDLING' });
  await expect(city.count('matter_team_task', 'matter_id = $1', [uuidOf(formed)])).resolves.toBe(2);
});
