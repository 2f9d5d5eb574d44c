import { randomUUID } from 'node:crypto';

import { LoopCity, organisations } from '../../support/loop/loop-city.js';

let city: LoopCity;

beforeAll(async () => {
  city = await LoopCity.open();
}, 120_000);
afterAll(() => city?.close());

const { lighthouse } = organisations;

test('a matter is reported by the grid, reviewed and dispatched by the township level, and accepted by the organisation', async () => {
  const reported = await city.report();
  const reviewed = await city.done('dispatcher', 'reviewMatter', reported);
  const dispatched = await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: lighthouse });
  const accepted = await city.done('lighthouse', 'acceptMatter', dispatched);
  expect(accepted).toMatchObject({
    state: 'ACCEPTED',
    version: 4,
    assignments: [{ role: 'LEAD', until: null, organisation: { code: lighthouse } }],
  });
  expect(accepted.history.map(({ version, step }) => [version, step])).toEqual([
    [1, 'reportMatter'],
    [2, 'reviewMatter'],
    [3, 'dispatchMatter'],
    [4, 'acceptMatter'],
  ]);
});

test('every step writes one row of history and one event, and the version rises by one', async () => {
  const reported = await city.report();
  const reviewed = await city.done('dispatcher', 'reviewMatter', reported);
  const uuid = Buffer.from(reviewed.id, 'base64url').toString().split(':')[1];
  expect(reviewed.version).toBe(reported.version + 1);
  await expect(city.count('matter_transition', 'matter_id = $1', [uuid])).resolves.toBe(2);
  await expect(city.count('event_inbox', 'subject = $1', [uuid])).resolves.toBe(2);
});

test('A78: a step that the table does not know in this state is refused with those that it knows, and nothing is written', async () => {
  const reported = await city.report();
  const before = await city.count('event_inbox');
  await expect(city.step('dispatcher', 'dispatchMatter', reported, { organisation: lighthouse })).resolves.toMatchObject({
    __typename: 'IllegalTransition',
    code: 'ILLEGAL_TRANSITION',
    allowed: expect.arrayContaining(['reviewMatter', 'settleOnSpot']),
  });
  await expect(city.count('event_inbox')).resolves.toBe(before);
});

test('A78: an organisation that does not lead the matter may not accept it, nor may the grid dispatch it', async () => {
  const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
  const dispatched = await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: lighthouse });
  await expect(city.step('dispatcher', 'acceptMatter', dispatched)).resolves.toMatchObject({ __typename: 'Forbidden' });
  await expect(city.step('orchard', 'acceptMatter', dispatched)).resolves.toMatchObject({ __typename: 'NotFound' });
  await expect(city.step('gridWorker', 'dispatchMatter', reviewed, { organisation: lighthouse })).resolves.toMatchObject({
    __typename: 'Forbidden',
  });
});

test('A79: of two who take a step at once one wins, and the other is told of the present version', async () => {
  const reported = await city.report();
  const answers = await Promise.all([1, 2].map(() => city.step('dispatcher', 'reviewMatter', reported)));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'MatterChanged']);
  expect(answers.find(({ __typename }) => __typename === 'Conflict')?.message).toContain('version 2 (UNDER_REVIEW)');
});

test('a step repeated under its key after others took the matter on tells nothing of it to who no longer sees it', async () => {
  const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
  const given = await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: organisations.lighthouse });
  const objection = { idempotencyKey: 'objected-once', reason: '不属本单位职责' };
  const objected = await city.done('lighthouse', 'objectToDispatch', given, objection);
  const again = () => city.step('lighthouse', 'objectToDispatch', given, objection);
  await expect(again()).resolves.toMatchObject({ idempotentReplay: true, matter: { version: objected.version } });
  await city.done('dispatcher', 'dispatchMatter', objected, { organisation: organisations.orchard });
  await expect(again()).resolves.toMatchObject({ __typename: 'NotFound' });
});

test('a step repeated under its key is taken once', async () => {
  const reported = await city.report();
  const key = { idempotencyKey: randomUUID() };
  const first = await city.step('dispatcher', 'reviewMatter', reported, key);
  const again = await city.step('dispatcher', 'reviewMatter', reported, key);
  expect([first.idempotentReplay, again.idempotentReplay, again.matter?.version]).toEqual([false, true, 2]);
});
