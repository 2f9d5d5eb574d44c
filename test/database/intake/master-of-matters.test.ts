import { clockWriter } from '../../../src/features/clocks/wiring.js';
import { FeedJudge } from '../../../src/features/loop/procedure/feed-judge.js';
import type { MatterArrival } from '../../../src/features/matters/index.js';
import { MatterWriter } from '../../../src/features/matters/storage/writing/matter-writer.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { aLimit } from '../../support/clocks/limits.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';
import { clocksOfFeeds } from '../../support/loop/clocks-of-feeds.js';

const born = uuidOf('matter', 'LIGHTHOUSE', 'L-7');
const clock = { now: () => new Date('2026-03-10T20:00:00Z') };
const writer = new MatterWriter({ clock, judge: new FeedJudge(new Map()), told: clocksOfFeeds(clock) });
const step = (state: MatterArrival['state'], at: string) => ({ state, at: new Date(at), organisationCode: null });
const reported = step('REPORTED', '2026-03-01T08:00:00Z');
const dispatched = step('DISPATCHED', '2026-03-02T08:00:00Z');
const accepted = step('ACCEPTED', '2026-03-03T08:00:00Z');
const closed = step('CLOSED', '2026-03-04T08:00:00Z');

let city: IntakeCity;
let keeper: string;
let category: { readonly standard: string; readonly kind: string; readonly code: string };

beforeAll(async () => {
  const pack = await PackCopy.make();
  city = await anIntakeCity();
  await city.intake().cityImport.importPack(pack.folder);
  [{ keeper }] = (await city.index.sql.query('select code as keeper from organisation order by code limit 1')) as [{ keeper: string }];
  [category] = (await city.index.sql.query('select standard, kind, code from matter_category limit 1')) as [typeof category];
  await pack.remove();
});
beforeEach(async () => {
  await city.index.sql.query(`delete from matter where local_id = 'L-7'`);
});
afterAll(() => city.close());

function anArrival(steps: MatterArrival['steps'], parts: Partial<MatterArrival> = {}): MatterArrival {
  return {
    department: 'LIGHTHOUSE',
    localId: 'L-7',
    source: 'GRID',
    title: '灯坏了',
    standard: category.standard,
    categoryKind: category.kind,
    categoryCode: category.code,
    state: steps.at(-1)!.state,
    officeState: `office says ${steps.at(-1)!.state}`,
    keeperCode: keeper,
    leadCodes: [],
    supportCodes: [],
    longitude: null,
    latitude: null,
    divisionCode: null,
    gridUuid: null,
    unitUuid: null,
    placements: [],
    reportedAt: reported.at,
    dueAt: null,
    steps,
    sealed: false,
    contentHash: JSON.stringify([steps, parts]),
    ...parts,
  };
}

const feed = (...arrivals: readonly MatterArrival[]): Promise<number> => city.index.transaction((sql) => writer.apply(sql, arrivals));

/** The platform dispatches the matter, as a step of its own. */
async function dispatchHere(): Promise<void> {
  await city.index.transaction(async (sql) => {
    await sql.query(
      `insert into matter_transition (matter_id, version, from_state, to_state, occurred_at, recorded_at, made_in)
       values ($1, 2, 'REPORTED', 'DISPATCHED', $2, $2, 'PLATFORM')`,
      [born, dispatched.at],
    );
    await sql.query(`update matter set state = 'DISPATCHED', version = 2 where id = $1`, [born]);
  });
}

async function asHeld() {
  const [matter] = await city.index.sql.query<Record<string, unknown>>(
    `select state, office_state as "officeState", title, reported_transition as claimed, closed_at as "closedAt" from matter where id = $1`,
    [born],
  );
  const history = await city.index.sql.query<{ line: string }>(
    `select version || ' ' || coalesce(from_state, '-') || ' ' || to_state as line from matter_transition where matter_id = $1 order by version`,
    [born],
  );
  return { ...matter, history: history.map(({ line }) => line) };
}

describe('a matter that was born in an office', () => {
  test('follows its office while the platform takes no steps on it', async () => {
    await feed(anArrival([reported]));
    await feed(anArrival([reported, dispatched, closed]));
    expect(await asHeld()).toEqual({
      state: 'CLOSED',
      officeState: 'office says CLOSED',
      title: '灯坏了',
      claimed: null,
      closedAt: closed.at,
      history: ['1 - REPORTED', '2 REPORTED DISPATCHED', '3 DISPATCHED CLOSED'],
    });
  });

  test('keeps the platform’s own step against a record that does not know it, whose claim is kept beside it', async () => {
    await feed(anArrival([reported]));
    await dispatchHere();
    await feed(anArrival([reported, closed], { title: '灯又坏了' }));
    expect(await asHeld()).toMatchObject({
      state: 'DISPATCHED',
      officeState: 'office says CLOSED',
      title: '灯又坏了',
      claimed: { state: 'CLOSED', officeState: 'office says CLOSED', at: closed.at.toISOString(), why: 'PLATFORM_STEP_UNKNOWN' },
      closedAt: null,
      history: ['1 - REPORTED', '2 REPORTED DISPATCHED'],
    });
  });

  test('goes on with its office as soon as its record knows the platform’s step, wherever it stands in its list', async () => {
    await feed(anArrival([reported]));
    await dispatchHere();
    await feed(anArrival([reported, closed]));
    await feed(anArrival([reported, accepted, dispatched, closed], { officeState: '办结' }));
    expect(await asHeld()).toMatchObject({
      state: 'CLOSED',
      officeState: '办结',
      claimed: null,
      closedAt: closed.at,
      history: ['1 - REPORTED', '2 REPORTED DISPATCHED', '4 DISPATCHED ACCEPTED', '5 ACCEPTED CLOSED'],
    });
  });
});

describe('a step that an office tells', () => {
  const version = async (): Promise<number> =>
    (await city.index.sql.query<{ version: number }>('select version from matter where id = $1', [born]))[0]!.version;

  test('is not applied where its procedure forbids it, nor what follows; what comes before it is', async () => {
    const turnedBack = step('UNDER_REVIEW', '2026-03-05T08:00:00Z');
    await feed(anArrival([reported]));
    await feed(anArrival([reported, dispatched, closed, turnedBack], { officeState: '重审' }));
    expect(await asHeld()).toMatchObject({
      state: 'CLOSED',
      closedAt: closed.at,
      claimed: { state: 'UNDER_REVIEW', officeState: '重审', at: turnedBack.at.toISOString(), why: 'ENDED' },
      history: ['1 - REPORTED', '2 REPORTED DISPATCHED', '3 DISPATCHED CLOSED'],
    });
    await feed(anArrival([reported, dispatched, closed]));
    expect(await asHeld()).toMatchObject({ state: 'CLOSED', claimed: null });
  });

  test('is refused by the table already where the matter comes in with it', async () => {
    await feed(anArrival([reported, closed, step('HANDLING', '2026-03-05T08:00:00Z')]));
    expect(await asHeld()).toMatchObject({ state: 'CLOSED', claimed: { why: 'ENDED' }, history: ['1 - REPORTED', '2 REPORTED CLOSED'] });
  });

  test('bears the version that the matter has after it, also when facts alone changed in between', async () => {
    await feed(anArrival([reported]));
    await feed(anArrival([reported], { title: '灯又坏了' }));
    await feed(anArrival([reported, dispatched], { title: '灯又坏了' }));
    expect((await asHeld()).history).toEqual(['1 - REPORTED', '3 REPORTED DISPATCHED']);
    await expect(version()).resolves.toBe(3);
  });

  test('is the platform’s own step where both tell it within an hour, and stands once', async () => {
    await feed(anArrival([reported]));
    await dispatchHere();
    await feed(anArrival([reported, step('DISPATCHED', '2026-03-02T08:25:00Z'), accepted]));
    expect(await asHeld()).toMatchObject({
      state: 'ACCEPTED',
      claimed: null,
      history: ['1 - REPORTED', '2 REPORTED DISPATCHED', '3 DISPATCHED ACCEPTED'],
    });
  });

  test('stops the clocks that ran here where it ends the matter', async () => {
    await feed(anArrival([reported]));
    await city.index.sql.query(
      `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at, next_alarm_at)
       values ($1, 'HANDLING', 1, $2, 9, 'CALENDAR_DAYS', $3, $3, $3)`,
      [born, reported.at, new Date('2026-03-12T08:00:00Z')],
    );
    await feed(anArrival([reported, closed]));
    const clocks = await city.index.sql.query(
      'select stopped_at as stopped, next_alarm_at as next from matter_clock where matter_id = $1',
      [born],
    );
    expect(clocks).toEqual([{ stopped: closed.at, next: null }]);
  });

  test('stops a clock that rested without counting what it rested: a result told in time stays so', async () => {
    await feed(anArrival([reported]));
    const paused = new Date('2026-03-02T08:00:00Z');
    await city.index.sql.query(
      `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at, paused_at)
       values ($1, 'HANDLING', 1, $2, 2, 'CALENDAR_DAYS', $3, $3, $4)`,
      [born, reported.at, accepted.at, paused],
    );
    await feed(anArrival([reported, closed]));
    const clocks = await city.index.sql.query('select stopped_at as stopped, paused_at as paused from matter_clock where matter_id = $1', [
      born,
    ]);
    expect(clocks).toEqual([{ stopped: closed.at, paused: null }]);
    const isLate = await city.index.sql.query(
      `select stopped_at > matter_clock.due_at as clock, closed_at > matter.due_at as matter
         from matter join matter_clock on matter_id = id where id = $1`,
      [born],
    );
    expect(isLate).toEqual([{ clock: false, matter: false }]);
  });

  test('leaves the deadline to the clock that runs here, whatever its own record says of it', async () => {
    await feed(anArrival([reported]));
    const due = new Date('2026-03-12T08:00:00Z');
    await city.index.sql.query(
      `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at)
       values ($1, 'HANDLING', 1, $2, 9, 'CALENDAR_DAYS', $3, $3)`,
      [born, reported.at, due],
    );
    const deadline = async () => (await city.index.sql.query('select due_at as due from matter where id = $1', [born]))[0];
    for (const dueAt of [null, new Date('2026-03-05T08:00:00Z')]) {
      await feed(anArrival([reported, dispatched], { dueAt }));
      expect(await deadline()).toEqual({ due });
    }
    await feed(anArrival([reported, dispatched, closed]));
    expect(await deadline()).toEqual({ due });
  });

  test('may be taken back to no earlier one', async () => {
    await feed(anArrival([reported, dispatched]));
    await feed(anArrival([reported]));
    expect(await asHeld()).toMatchObject({ state: 'DISPATCHED', claimed: { state: 'REPORTED', why: 'TURNED_BACK' } });
  });

  test('with a deadline turns yellow by the platform’s rule, unless the matter’s own clocks time it', async () => {
    const lights = async () =>
      (
        await city.index.sql.query<{ due: Date; yellow: Date }>('select due_at as due, yellow_at as yellow from matter where id = $1', [
          born,
        ])
      )[0];
    const [dueAt, told] = [new Date('2026-03-11T08:00:00Z'), new Date('2026-03-09T08:00:00Z')];
    await feed(anArrival([reported], { dueAt }));
    expect(await lights()).toEqual({ due: dueAt, yellow: told });
    const clock = { due: new Date('2026-03-20T08:00:00Z'), yellow: new Date('2026-03-12T08:00:00Z') };
    await city.index.sql.query(
      `insert into matter_clock (matter_id, clock, round, started_at, limit_amount, limit_unit, due_at, yellow_at)
       values ($1, 'HANDLING', 1, $2, 1, 'WORKING_DAYS', $3, $4)`,
      [born, reported.at, clock.due, clock.yellow],
    );
    await feed(anArrival([reported, dispatched], { dueAt }));
    expect(await lights()).toEqual(clock);
    await feed(anArrival([reported, dispatched, closed], { dueAt }));
    expect(await lights()).toEqual(clock);
  });

  test('leaves on record who handled the matter before, and until when', async () => {
    const codes = (await city.index.sql.query<{ code: string }>('select code from organisation order by code limit 2')).map(
      ({ code }) => code,
    );
    await feed(anArrival([reported, dispatched], { leadCodes: [codes[0]!] }));
    await feed(anArrival([reported, dispatched, accepted], { leadCodes: [codes[1]!], supportCodes: [codes[0]!] }));
    const assigned = await city.index.sql.query<{ line: string }>(
      `select code || ' ' || role || ' ' || coalesce(until = $2, false) as line
         from matter_assignment join organisation on organisation.id = organisation_id where matter_id = $1 order by role, until nulls last, code`,
      [born, accepted.at],
    );
    expect(assigned.map(({ line }) => line)).toEqual([`${codes[0]} LEAD true`, `${codes[1]} LEAD false`, `${codes[0]} SUPPORT false`]);
  });
});

describe('a matter that was born on the platform', () => {
  const rows = () =>
    city.index.sql.query<{ born: string; title: string }>(
      `select born_in as born, title from matter where local_id = 'L-7' order by born_in`,
    );
  const bornHere = (id: string, department: string | null) =>
    city.index.sql.query(
      `insert into matter (id, department, local_id, born_in, source, title, state, keeper_id, reported_at, version, as_of, content_hash)
       select $1, $2, 'L-7', 'PLATFORM', 'RESIDENT', 'ours', 'REPORTED', id, now(), 1, now(), '' from organisation limit 1`,
      [id, department],
    );

  test('is another matter than one of an office with the same number', async () => {
    await bornHere(uuidOf('matter', '', 'L-7'), null);
    await feed(anArrival([reported]));
    expect(await rows()).toEqual([
      { born: 'OFFICE', title: '灯坏了' },
      { born: 'PLATFORM', title: 'ours' },
    ]);
  });

  test('does not stand in the way of its own office’s feed, where it is sealed for that office', async () => {
    await bornHere(uuidOf('report', 'opaque'), 'LIGHTHOUSE');
    await feed(anArrival([reported]));
    expect(await rows()).toHaveLength(2);
  });

  test('is never overwritten by a feed, even under the very same id', async () => {
    await bornHere(born, 'LIGHTHOUSE');
    expect(await feed(anArrival([reported]))).toBe(0);
    expect(await rows()).toEqual([{ born: 'PLATFORM', title: 'ours' }]);
  });
});

describe('a step that an office tells moves the clocks here', () => {
  const told = (dayOfMarch: number, state: MatterArrival['state']) =>
    step(state, `2026-03-${String(dayOfMarch).padStart(2, '0')}T08:00:00Z`);
  const [received, sent, taken] = [told(8, 'REPORTED'), told(9, 'DISPATCHED'), told(10, 'ACCEPTED')];
  const clocks = async () =>
    (
      await city.index.sql.query<{ line: string }>(
        `select clock || ' ' || case when stopped_at is null then 'runs' else 'over' end as line from matter_clock where matter_id = $1 order by clock`,
        [born],
      )
    ).map(({ line }) => line);
  beforeAll(async () => {
    await clockWriter().applyLimits(
      city.index.sql,
      [
        ...['REVIEW', 'ACCEPTANCE', 'HANDLING', 'FEEDBACK'].map((name) => aLimit({ clock: name, amount: 5, unit: 'CALENDAR_DAYS' })),
        aLimit({
          clock: 'HANDLING',
          ...{ standard: category.standard, kind: category.kind, categoryCode: category.code },
          amount: 7,
          unit: 'CALENDAR_DAYS',
        }),
      ],
      { now: clock.now(), complete: false },
    );
  });

  test('by the limit of its category, and its deadline with them', async () => {
    await feed(anArrival([received]));
    expect(await clocks()).toEqual(['REVIEW runs']);
    await feed(anArrival([received, sent, taken]));
    expect(await clocks()).toEqual(['ACCEPTANCE over', 'FEEDBACK runs', 'HANDLING runs', 'REVIEW over']);
    const [held] = await city.index.sql.query<{ due: Date; limit: number; clock: Date }>(
      `select matter.due_at as due, limit_amount as limit, matter_clock.due_at as clock
         from matter join matter_clock on matter_id = id and clock = 'HANDLING' where id = $1`,
      [born],
    );
    expect(held).toMatchObject({ limit: 7, due: held!.clock });
    await feed(anArrival([received, sent, taken, told(10, 'CLOSED')]));
    expect(await clocks()).toEqual(['ACCEPTANCE over', 'FEEDBACK over', 'HANDLING over', 'REVIEW over']);
  });

  test('but an imported history of years raises no alarm, and what came in closed has no clock', async () => {
    const years = [
      step('REPORTED', '2019-03-08T08:00:00Z'),
      step('DISPATCHED', '2019-03-09T08:00:00Z'),
      step('ACCEPTED', '2019-03-10T08:00:00Z'),
    ];
    await feed(anArrival(years, { reportedAt: years[0]!.at }));
    expect(await clocks()).toEqual([]);
    await feed(anArrival([...years, step('CLOSED', '2019-03-11T08:00:00Z')], { reportedAt: years[0]!.at, localId: 'L-8' }));
    const [waiting] = await city.index.sql.query<{ alarms: number }>(
      `select count(*)::int as alarms from matter_clock join matter on id = matter_id
        where local_id in ('L-7', 'L-8') and next_alarm_at is not null`,
    );
    expect(waiting).toEqual({ alarms: 0 });
    await city.index.sql.query(`delete from matter where local_id = 'L-8'`);
  });
});
