import { ClockAlarms } from '../../../src/features/loop/alarms/clock-alarms.js';
import { AlarmTable } from '../../../src/features/loop/storage/alarm-table.js';
import { noticeLog } from '../../../src/features/loop/storage/notice-log.js';
import type { InTransaction } from '../../../src/kernel/sql.js';
import { BreakingOff } from '../../support/intake/breaking-off.js';
import { lightsApart } from '../../support/loop/lights-apart.js';
import { limitsIn } from '../../support/loop/limits-in.js';
import { logOf } from '../../support/loop/log-of.js';
import { LoopCity, type MatterShown, organisations } from '../../support/loop/loop-city.js';

const start = new Date('2026-03-10T02:00:00Z');
const days = (count: number): Date => new Date(start.getTime() + count * 86_400_000);

let city: LoopCity;
beforeAll(async () => {
  city = await LoopCity.open(start);
  await limitsIn(
    city,
    ['REVIEW', 'ACCEPTANCE', 'HANDLING', 'FEEDBACK'].map((clock) => ({
      clock,
      amount: clock === 'HANDLING' ? 10 : 1,
      unit: 'CALENDAR_DAYS',
    })),
  );
}, 120_000);
beforeEach(async () => {
  // Nothing of an earlier test has anything to tell any more.
  await city.city.platform.databases.index.sql.query('update matter_clock set next_alarm_at = null');
  city.city.now = start;
});
afterAll(() => city?.close());

const index = () => city.city.platform.databases.index;
const due = (): Promise<number> => city.city.platform.alarms.doDue();
const alarmsOf = async ({ id }: MatterShown): Promise<readonly string[]> =>
  (await logOf(city, id))
    .filter(({ kind }) => !['MATTER_RECORDED', 'MATTER_CHANGED'].includes(kind))
    .map(({ kind, payload }) => `${kind} ${String(payload['clock'])}`);

/** The alarms of a scheduler of another process, whose transactions are made otherwise where a test wants it. */
function otherAlarms(inTransaction: InTransaction = index().transaction): ClockAlarms {
  const { calendars } = city.city.platform;
  return new ClockAlarms({
    sql: index().sql,
    inTransaction,
    store: new AlarmTable(),
    notices: noticeLog,
    outbound: { append: () => Promise.resolve() },
    calendars,
  });
}

interface LightsShown {
  readonly field: string;
  readonly filter: string;
  readonly board: string | null;
}

/** The lights of a matter at an instant: as its field, as the filter and as the due board have it. */
async function lightsAt(instant: string, id: string): Promise<LightsShown> {
  city.city.now = new Date(instant);
  const within = (light: string): string => `${light}: matters(first: 100, where: { light: [${light}] }) { nodes { id } }`;
  const shown = await city.ask<Record<'GREEN' | 'YELLOW' | 'RED', { nodes: readonly { id: string }[] }> & LightsAnswer>(
    'dispatcher',
    `query Lights($id: ID!) { node(id: $id) { ... on Matter { light } } ${['GREEN', 'YELLOW', 'RED'].map(within).join(' ')}
       dueBoard(first: 100) { nodes { light matter { id } } } }`,
    { id },
  );
  const filter = (['GREEN', 'YELLOW', 'RED'] as const).filter((light) => shown[light].nodes.some((matter) => matter.id === id));
  return {
    field: shown.node.light,
    filter: filter.join(),
    board: shown.dueBoard.nodes.find(({ matter }) => matter.id === id)?.light ?? null,
  };
}

interface LightsAnswer {
  readonly node: { readonly light: string };
  readonly dueBoard: { readonly nodes: readonly { readonly light: string; readonly matter: { readonly id: string } }[] };
}

test('F23: a clock tells that it turned yellow and that it ran out, each once, and the version of the matter stays', async () => {
  const reported = await city.report();
  city.city.now = days(5);
  await expect(due()).resolves.toBe(2);
  await expect(due()).resolves.toBe(0);
  const written = await logOf(city, reported.id);
  expect(written.slice(1)).toMatchObject([
    { kind: 'MATTER_YELLOW', version: 1, payload: { clock: 'REVIEW', round: 1 } },
    { kind: 'MATTER_OVERDUE', version: 1, payload: { clock: 'REVIEW', round: 1, dueAt: new Date(reported.dueAt!).toISOString() } },
  ]);
});

test('F23: two schedulers at once over one city tell everything once', async () => {
  const reported = await Promise.all(Array.from({ length: 12 }, () => city.report()));
  city.city.now = days(5);
  const others = [otherAlarms(), otherAlarms()];
  await Promise.all([due(), ...others.map((alarms) => alarms.doDue(days(5)))]);
  await due();
  for (const matter of reported) await expect(alarmsOf(matter)).resolves.toEqual(['MATTER_YELLOW REVIEW', 'MATTER_OVERDUE REVIEW']);
});

test.each([1, 2, 3, 4, 5])(
  'F23: a process that is killed at statement %i of its alarms leaves none untold and none told twice',
  async (after) => {
    const reported = await city.report();
    city.city.now = days(5);
    const killed = otherAlarms(new BreakingOff(after).interference(index()).transaction);
    const isKilled = await killed.doDue(days(5)).then(
      () => false,
      () => true,
    );
    expect(isKilled).toBe(after < 5);
    await due();
    await expect(alarmsOf(reported)).resolves.toEqual(['MATTER_YELLOW REVIEW', 'MATTER_OVERDUE REVIEW']);
  },
);

test('F23: a matter that is in the middle of a step is left for later, and the step is not kept waiting', async () => {
  const reported = await city.report();
  city.city.now = days(5);
  await index().transaction(async (sql) => {
    await sql.query('select from matter where local_id = (select local_id from matter order by local_id desc limit 1) for update');
    await expect(due()).resolves.toBe(0);
  });
  await due();
  await expect(alarmsOf(reported)).resolves.toHaveLength(2);
});

test('F24: silence of feedback is told again each interval, until feedback comes or the clock rests', async () => {
  const dispatched = await city.done('dispatcher', 'dispatchMatter', await city.done('dispatcher', 'reviewMatter', await city.report()), {
    organisation: organisations.lighthouse,
  });
  await city.done('lighthouse', 'acceptMatter', dispatched);
  for (const day of [1.7, 2, 2.7, 3.7]) {
    city.city.now = days(day);
    await due();
  }
  await expect(alarmsOf(dispatched)).resolves.toEqual(['FEEDBACK_SILENT FEEDBACK', 'FEEDBACK_SILENT FEEDBACK', 'FEEDBACK_SILENT FEEDBACK']);
});

test('behind a long holiday (国庆) field, filter, due board and alarm turn yellow at one instant, and resting days are none of the time that is left', async () => {
  await limitsIn(city, [{ clock: 'HANDLING', amount: 1, unit: 'WORKING_DAYS', condition: 'ONE_DAY', validFrom: '2026-09-01' }]);
  // Wednesday, 30 September, 10:00: the next working day is 8 October.
  city.city.now = new Date('2026-09-30T02:00:00Z');
  const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
  const given = { organisation: organisations.lighthouse, condition: 'ONE_DAY' };
  const { id, dueAt } = await city.done('lighthouse', 'acceptMatter', await city.done('dispatcher', 'dispatchMatter', reviewed, given));
  expect(new Date(dueAt!)).toEqual(new Date('2026-10-08T16:00:00Z'));

  // 14 hours of the first day and 24 of the last are its time, of which 7.6 hours remain at 16:24.
  await expect(lightsAt('2026-10-08T08:23:59Z', id)).resolves.toEqual({ field: 'GREEN', filter: 'GREEN', board: null });
  await expect(lightsAt('2026-10-08T08:24:00Z', id)).resolves.toEqual({ field: 'YELLOW', filter: 'YELLOW', board: 'YELLOW' });
  await due();
  await expect(alarmsOf({ id } as MatterShown)).resolves.toContain('MATTER_YELLOW HANDLING');
  await expect(lightsAt('2026-10-08T16:00:00Z', id)).resolves.toEqual({ field: 'YELLOW', filter: 'YELLOW', board: 'YELLOW' });
  await expect(lightsAt('2026-10-08T16:00:01Z', id)).resolves.toEqual({ field: 'RED', filter: 'RED', board: 'RED' });
});

test('a stopped clock tells nothing', async () => {
  const reviewed = await city.done('dispatcher', 'reviewMatter', await city.report());
  await city.done('dispatcher', 'dispatchMatter', reviewed, { organisation: organisations.lighthouse });
  city.city.now = days(1.7);
  await due();
  await expect(alarmsOf(reviewed)).resolves.toEqual(['MATTER_YELLOW ACCEPTANCE', 'MATTER_OVERDUE ACCEPTANCE']);
});

test('through all of that, whoever wrote a deadline wrote when it turns yellow, as the clock has it that gives it', async () => {
  await expect(lightsApart(index().sql)).resolves.toEqual([]);
});

test('F23: the office in whose register a matter stands is told of its alarms', async () => {
  const { sql } = index();
  const [own] = await sql.query<{ id: string; local_id: string }>(
    `select id, local_id from matter where department = 'LIGHTHOUSE' and not sealed limit 1`,
  );
  await sql.query(
    `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at, next_alarm_at)
       values ($1, 'HANDLING', 1, $2, 1, 'CALENDAR_DAYS', $3, $3, $3)`,
    [own!.id, start, days(1)],
  );
  city.city.now = days(1.1);
  await due();
  const told = await sql.query<{ body: object }>(
    `select body from outbound_step where kind = 'MATTER_ALARM' and record_key = $1 order by id`,
    [[own!.local_id]],
  );
  expect(told.map(({ body }) => body)).toMatchObject([{ alarm: 'MATTER_YELLOW', clock: 'HANDLING' }, { alarm: 'MATTER_OVERDUE' }]);
});
