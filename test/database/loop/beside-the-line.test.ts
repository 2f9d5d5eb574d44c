import { lightsApart } from '../../support/loop/lights-apart.js';
import { limitsIn } from '../../support/loop/limits-in.js';
import { logOf, uuidIn } from '../../support/loop/log-of.js';
import { LoopCity, type MatterShown, organisations } from '../../support/loop/loop-city.js';

const start = new Date('2026-03-10T02:00:00Z');
const days = (count: number): Date => new Date(start.getTime() + count * 86_400_000);

let city: LoopCity;
beforeAll(async () => {
  city = await LoopCity.open(start);
  await limitsIn(city, [
    { clock: 'HANDLING', amount: 10, unit: 'CALENDAR_DAYS' },
    { clock: 'FEEDBACK', amount: 1, unit: 'CALENDAR_DAYS' },
  ]);
}, 120_000);
beforeEach(() => void (city.city.now = start));
afterAll(() => city?.close());

const sql = () => city.city.platform.databases.index.sql;
const due = (): Promise<number> => city.city.platform.alarms.doDue();

async function accepted(report: object = {}): Promise<MatterShown> {
  const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report('gridWorker', report));
  const dispatched = await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: organisations.lighthouse });
  return city.done('lighthouse', 'acceptMatter', dispatched);
}

/** A matter that was closed so many days after it was accepted; only what its closing leaves behind matters here. */
async function closedAfter(count: number): Promise<MatterShown> {
  const matter = await accepted();
  const uuid = uuidIn(matter.id);
  await sql().query(`update matter set state = 'CLOSED', closed_at = $2 where id = $1`, [uuid, days(count)]);
  await sql().query('update matter_clock set stopped_at = $2, next_alarm_at = null where matter_id = $1', [uuid, days(count)]);
  city.city.now = days(count);
  return { ...matter, state: 'CLOSED' };
}

const asked = (matter: MatterShown, amount: number) =>
  city.step('lighthouse', 'requestExtension', matter, { reason: '须采购灯具', amount });
async function extended(matter: MatterShown, amount: number): Promise<MatterShown> {
  const requested = await city.done('lighthouse', 'requestExtension', matter, { reason: '须采购灯具', amount });
  return city.done('dispatcher', 'decideExtension', requested, { decision: 'GRANTED' });
}

describe('an extension (延期)', () => {
  test('gives more time when another than who asked grants it, and tells the resident who called', async () => {
    const matter = await accepted({ source: 'RESIDENT' });
    const longer = await extended(matter, 5);
    expect([longer.state, Date.parse(longer.dueAt!) - Date.parse(matter.dueAt!)]).toEqual(['ACCEPTED', 5 * 86_400_000]);
    expect(longer.version).toBe(matter.version + 2);
    expect((await logOf(city, matter.id)).at(-1)).toMatchObject({
      kind: 'CALLER_TOLD',
      version: longer.version,
      payload: { about: 'EXTENSION', times: 1 },
    });
  });

  test('refused leaves the time as it was, and tells nobody', async () => {
    const matter = await accepted({ source: 'RESIDENT' });
    const requested = await city.done('lighthouse', 'requestExtension', matter, { reason: '须采购灯具', amount: 5 });
    const refused = await city.done('dispatcher', 'decideExtension', requested, { decision: 'REFUSED', reason: '不准' });
    expect(refused.dueAt).toEqual(matter.dueAt);
    expect((await logOf(city, matter.id)).map(({ kind }) => kind)).not.toContain('CALLER_TOLD');
  });

  test('is granted twice and no more, each time by the original limit at most, and one at a time', async () => {
    const matter = await accepted();
    await expect(asked(matter, 11)).resolves.toMatchObject({ __typename: 'Forbidden', message: expect.stringContaining('1 to 10') });
    const once = await extended(matter, 10);
    const requested = await city.done('lighthouse', 'requestExtension', once, { reason: '须采购灯具', amount: 1 });
    await expect(asked(requested, 1)).resolves.toMatchObject({ __typename: 'Forbidden', message: expect.stringContaining('not decided') });
    const twice = await city.done('dispatcher', 'decideExtension', requested, { decision: 'GRANTED' });
    await expect(asked(twice, 1)).resolves.toMatchObject({ __typename: 'Forbidden', message: expect.stringContaining('extended 2 times') });
  });

  test('is not for what is overdue, neither asked nor granted', async () => {
    const matter = await accepted();
    const requested = await city.done('lighthouse', 'requestExtension', await accepted(), { reason: '须采购灯具', amount: 1 });
    city.city.now = days(12);
    await expect(asked(matter, 1)).resolves.toMatchObject({ __typename: 'Forbidden', message: expect.stringContaining('over already') });
    await expect(city.step('dispatcher', 'decideExtension', requested, { decision: 'GRANTED' })).resolves.toMatchObject({
      __typename: 'Forbidden',
    });
  });

  test('is not decided by a colleague of who asked', async () => {
    const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
    const dispatched = await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: organisations.township });
    const matter = await city.done('dispatcher', 'acceptMatter', dispatched);
    const requested = await city.done('dispatcher', 'requestExtension', matter, { reason: '须采购灯具', amount: 1 });
    for (const own of ['dispatcher', 'otherDispatcher'] as const)
      await expect(city.step(own, 'decideExtension', requested, { decision: 'GRANTED' })).resolves.toMatchObject({
        __typename: 'Forbidden',
      });
    await expect(city.step('county', 'decideExtension', requested, { decision: 'GRANTED' })).resolves.toMatchObject({
      __typename: 'MatterChanged',
    });
  });

  test('that was yellow turns yellow again in its own time', async () => {
    const matter = await accepted();
    city.city.now = days(9.5);
    await due();
    await extended(matter, 10);
    city.city.now = days(19.5);
    await due();
    const handling = (await logOf(city, matter.id)).filter(({ payload }) => payload['clock'] === 'HANDLING');
    expect(handling.map(({ kind }) => kind)).toEqual(['MATTER_YELLOW', 'MATTER_YELLOW']);
  });
});

describe('a suspension (挂账)', () => {
  test('stops the clocks until its last day, after which the matter goes on by itself, once', async () => {
    const matter = await accepted();
    const suspended = await city.done('dispatcher', 'suspendMatter', matter, { reason: '等待汛期结束', until: '2026-04-09' });
    expect([suspended.state, suspended.dueAt]).toEqual(['SUSPENDED', null]);
    city.city.now = days(29);
    await due();
    expect((await logOf(city, matter.id)).filter(({ kind }) => kind !== 'MATTER_RECORDED' && kind !== 'MATTER_CHANGED')).toEqual([]);
    city.city.now = days(30.7);
    await Promise.all([due(), due()]);
    const { nodes } = await city.ask<{ nodes: readonly [MatterShown] }>(
      'dispatcher',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Matter { state version dueAt history { version step } } } }`,
      { ids: [matter.id] },
    );
    expect(nodes[0]).toMatchObject({ state: 'HANDLING', version: suspended.version + 1 });
    expect(nodes[0].history.at(-1)).toMatchObject({ step: 'resumeMatter' });
    expect(Date.parse(nodes[0].dueAt!) - Date.parse(matter.dueAt!)).toBeGreaterThan(29 * 86_400_000);
  });

  test('of a matter that its office has ended meanwhile ends with it, and keeps no other from going on', async () => {
    const [ended, other] = [await accepted(), await accepted()];
    await city.done('dispatcher', 'suspendMatter', ended, { reason: '等待汛期结束', until: '2026-04-08' });
    await city.done('dispatcher', 'suspendMatter', other, { reason: '等待汛期结束', until: '2026-04-09' });
    await sql().query(`update matter set state = 'CLOSED', closed_at = $2 where id = $1`, [uuidIn(ended.id), days(3)]);
    city.city.now = days(30.7);
    await due();
    await expect(city.count('matter', `id = $1 and state = 'HANDLING'`, [uuidIn(other.id)])).resolves.toBe(1);
    await expect(city.count('matter', `id = $1 and state = 'CLOSED'`, [uuidIn(ended.id)])).resolves.toBe(1);
    await expect(city.count('matter_suspension', 'resumed_at is null')).resolves.toBe(0);
  });

  test('comes once, for a year at most, and not to what is overdue', async () => {
    const matter = await accepted();
    const until = (day: string, on = matter) => city.step('dispatcher', 'suspendMatter', on, { reason: '等待汛期结束', until: day });
    await expect(until('2027-03-11')).resolves.toMatchObject({ __typename: 'Forbidden', message: expect.stringContaining('2027-03-10') });
    await expect(until('2026-03-09')).resolves.toMatchObject({ __typename: 'Forbidden' });
    const resumed = await city.done('lighthouse', 'resumeMatter', (await until('2026-05-01')).matter!);
    await expect(until('2026-05-01', resumed)).resolves.toMatchObject({ message: expect.stringContaining('suspended before') });
    const late = await accepted();
    city.city.now = days(12);
    await expect(until('2026-05-01', late)).resolves.toMatchObject({ message: expect.stringContaining('over already') });
  });
});

describe('supervision (督办)', () => {
  const supervisionsOf = async ({ id }: MatterShown) =>
    (
      await city.ask<{ nodes: readonly [{ supervisions: readonly { version: number; answeredAt: string | null }[] }] }>(
        'dispatcher',
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Matter { supervisions { version dueAt answeredAt answeredVersion } } } }`,
        { ids: [id] },
      )
    ).nodes[0].supervisions;

  test('is told of once when nobody answered in time', async () => {
    const supervised = await city.done('supervisor', 'superviseMatter', await accepted(), { reason: '居民多次反映', until: '2026-03-12' });
    city.city.now = days(4);
    await Promise.all([due(), due()]);
    await due();
    const told = (await logOf(city, supervised.id)).filter(({ kind }) => kind === 'SUPERVISION_UNANSWERED');
    expect(told).toMatchObject([{ version: supervised.version, payload: { supervision: supervised.version } }]);
  });

  test('that was answered is not told of, and is answered once', async () => {
    const supervised = await city.done('supervisor', 'superviseMatter', await accepted(), { reason: '居民多次反映', until: '2026-03-12' });
    const answer = { result: '已排期', supervision: supervised.version };
    const answered = await city.done('lighthouse', 'answerSupervision', supervised, answer);
    await expect(supervisionsOf(answered)).resolves.toMatchObject([{ version: supervised.version, answeredVersion: answered.version }]);
    await expect(city.step('lighthouse', 'answerSupervision', answered, answer)).resolves.toMatchObject({ __typename: 'Forbidden' });
    city.city.now = days(4);
    await due();
    expect((await logOf(city, supervised.id)).map(({ kind }) => kind)).not.toContain('SUPERVISION_UNANSWERED');
  });

  test('that waits for its answer keeps the matter from being closed', async () => {
    const supervised = await city.done('supervisor', 'superviseMatter', await accepted(), { reason: '居民多次反映', until: '2026-03-12' });
    await sql().query(`update matter set state = 'VERIFIED' where id = $1`, [uuidIn(supervised.id)]);
    await expect(city.step('dispatcher', 'closeMatter', supervised)).resolves.toMatchObject({
      __typename: 'IllegalTransition',
      allowed: ['answerSupervision'],
    });
    const answer = { result: '已修复', supervision: supervised.version };
    const answered = await city.done('lighthouse', 'answerSupervision', supervised, answer);
    await expect(city.done('dispatcher', 'closeMatter', answered)).resolves.toMatchObject({ state: 'CLOSED' });
  });

  test('is not for those who handle, and urging (催办) leaves the state as it is', async () => {
    const matter = await accepted();
    const given = { reason: '居民多次反映', until: '2026-03-12' };
    await expect(city.step('lighthouse', 'superviseMatter', matter, given)).resolves.toMatchObject({ __typename: 'Forbidden' });
    await expect(city.done('gridWorker', 'urgeMatter', matter, { reason: '灯仍不亮' })).resolves.toMatchObject({
      state: 'ACCEPTED',
      version: matter.version + 1,
      dueAt: matter.dueAt,
    });
  });
});

describe('an appeal (申诉)', () => {
  test('granted flags an exemption and keeps the overdue fact; another of the same matter is refused', async () => {
    const appealed = await city.done('lighthouse', 'appealOverdue', await closedAfter(12), { reason: '停电三日' });
    const granted = await city.done('dispatcher', 'decideAppeal', appealed, { decision: 'GRANTED', reason: '情况属实' });
    const [round] = await sql().query<{ stopped_at: Date; due_at: Date; exempt_at: Date }>(
      `select stopped_at, due_at, exempt_at from matter_clock where matter_id = $1 and clock = 'HANDLING'`,
      [uuidIn(granted.id)],
    );
    expect(round!.stopped_at > round!.due_at).toBe(true);
    expect([round!.exempt_at, granted.state]).toEqual([days(12), 'CLOSED']);
    await expect(city.step('lighthouse', 'appealOverdue', granted, { reason: '停电三日' })).resolves.toMatchObject({
      __typename: 'Forbidden',
    });
  });

  test('is not for what was closed in time', async () => {
    await expect(city.step('lighthouse', 'appealOverdue', await closedAfter(2), { reason: '停电三日' })).resolves.toMatchObject({
      message: expect.stringContaining('not overdue'),
    });
  });
});

describe('matters that belong together', () => {
  type Links = readonly { kind: string; pointsToOther: boolean; matter: { id: string; state: string; version: number } }[];
  const linksOf = async (id: string): Promise<Links> =>
    (
      await city.ask<{ nodes: readonly [{ links: Links }] }>(
        'dispatcher',
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Matter { links { kind pointsToOther matter { id state version } } } } }`,
        { ids: [id] },
      )
    ).nodes[0].links;

  test('a closed matter is reopened as a new one that is linked to it, and stays closed itself', async () => {
    const reopened = await city.done('gridWorker', 'reopenMatter', await closedAfter(2), { reason: '灯又不亮' });
    expect(reopened.state).toBe('CLOSED');
    const [link] = await linksOf(reopened.id);
    expect(link).toMatchObject({ kind: 'REOPENS', pointsToOther: false, matter: { state: 'REPORTED', version: 1 } });
    await expect(linksOf(link!.matter.id)).resolves.toMatchObject([{ kind: 'REOPENS', pointsToOther: true, matter: { id: reopened.id } }]);
    await expect(city.step('dispatcher', 'reviewMatter', link!.matter)).resolves.toMatchObject({ __typename: 'MatterChanged' });
  });

  test('a matter is reopened once at a time: which one is open already is told, and after its end it may be again', async () => {
    const reopened = await city.done('gridWorker', 'reopenMatter', await closedAfter(2), { reason: '灯又不亮' });
    const [link] = await linksOf(reopened.id);
    const [open] = await sql().query<{ localId: string }>('select local_id as "localId" from matter where id = $1', [
      uuidIn(link!.matter.id),
    ]);
    const again = () => city.step('gridWorker', 'reopenMatter', reopened, { reason: '灯还不亮' });
    await expect(again()).resolves.toMatchObject({ __typename: 'Conflict', message: expect.stringContaining(open!.localId) });
    await city.done('gridWorker', 'withdrawMatter', link!.matter, { reason: '重复' });
    await expect(again()).resolves.toMatchObject({ __typename: 'MatterChanged' });
  });

  test('a matter that its office gave no category is reopened without one', async () => {
    const closed = await closedAfter(2);
    await sql().query('update matter set standard = null, category_kind = null, category_code = null where id = $1', [uuidIn(closed.id)]);
    await city.done('gridWorker', 'reopenMatter', closed, { reason: '灯又不亮' });
    const [link] = await linksOf(closed.id);
    await expect(city.count('matter', 'id = $1 and standard is null and category_code is null', [uuidIn(link!.matter.id)])).resolves.toBe(
      1,
    );
  });

  test('what is reopened is about the same elements', async () => {
    const matter = await closedAfter(2);
    const [element] = await sql().query<{ id: string }>('select id from element order by id limit 1');
    await sql().query('insert into matter_element (matter_id, element_id) values ($1, $2)', [uuidIn(matter.id), element!.id]);
    const [link] = await linksOf((await city.done('gridWorker', 'reopenMatter', matter, { reason: '灯又不亮' })).id);
    await expect(city.count('matter_element', 'matter_id = $1 and element_id = $2', [uuidIn(link!.matter.id), element!.id])).resolves.toBe(
      1,
    );
  });

  test('a sealed matter is not reopened here, as its words are in the hands of its office alone', async () => {
    const matter = await closedAfter(2);
    await sql().query(`update matter set sealed = true, department = 'LIGHTHOUSE' where id = $1`, [uuidIn(matter.id)]);
    await expect(city.step('dispatcher', 'reopenMatter', matter, { reason: '灯又不亮' })).resolves.toMatchObject({
      __typename: 'Forbidden',
      message: expect.stringContaining('sealed'),
    });
  });

  test('a matter is merged into another that is open, and both keep their history', async () => {
    const [first, second] = [await city.report(), await city.report('otherGridWorker')];
    const merged = await city.done('dispatcher', 'mergeMatters', second, { into: first.id });
    expect(merged.state).toBe('MERGED');
    await expect(linksOf(first.id)).resolves.toMatchObject([{ kind: 'DUPLICATE', pointsToOther: false, matter: { id: second.id } }]);
    await expect(city.count('matter_transition', `made_by = '/other-grid-worker' and matter_id = $1`, [uuidIn(second.id)])).resolves.toBe(
      1,
    );
  });

  test('nothing is merged into itself, into what is closed, or into what the caller does not see', async () => {
    const [first, second] = [await city.report(), await city.report()];
    const into = (id: string) => city.step('dispatcher', 'mergeMatters', second, { into: id });
    await expect(into(second.id)).resolves.toMatchObject({ __typename: 'BadInput' });
    await expect(into(Buffer.from('PlatformMatter:00000000-0000-5000-8000-000000000000').toString('base64url'))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
    const third = await city.done('dispatcher', 'mergeMatters', await city.report(), { into: first.id });
    await expect(into(third.id)).resolves.toMatchObject({ __typename: 'BadInput', message: expect.stringContaining('MERGED') });
  });

  test('of two that are merged into each other at once one stays open', async () => {
    const [first, second] = [await city.report(), await city.report()];
    const answers = await Promise.all([
      city.step('dispatcher', 'mergeMatters', first, { into: second.id }),
      city.step('dispatcher', 'mergeMatters', second, { into: first.id }),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['BadInput', 'MatterChanged']);
  });
});

test('after extensions, suspensions and all the rest, every deadline has the yellow of the clock that gives it', async () => {
  await expect(lightsApart(sql())).resolves.toEqual([]);
});
