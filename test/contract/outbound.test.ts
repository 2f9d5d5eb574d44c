import { randomUUID } from 'node:crypto';

import type { Database } from '../../src/features/intake/index.js';
import { inboundQueue } from '../../src/features/intake/storage/inbound-queue.js';
import { OwedStepStore } from '../../src/features/intake/storage/outbound-steps.js';
import { type Intake, outboundSteps } from '../../src/features/intake/wiring.js';
import type { OutboundStep } from '../../src/kernel/outbound.js';
import { eventually } from '../support/eventlog/eventually.js';
import { anIntakeCity, type IntakeCity } from '../support/intake/intake-city.js';

let city: IntakeCity;
const running: Intake[] = [];
let isAway: (front: Database) => boolean = () => false;

beforeAll(async () => {
  city = await anIntakeCity();
});
beforeEach(async () => {
  isAway = () => false;
  await city.index.sql.query('delete from outbound_step');
  for (const front of Object.values(city.fronts)) await front.sql.query('delete from outbound');
});
afterEach(async () => {
  for (const intake of running.splice(0)) await intake.outbound.stop();
});
afterAll(() => city.close());

const aStep = (kind: string, parts: Partial<OutboundStep> = {}): OutboundStep => ({
  eventId: randomUUID(),
  department: 'LIGHTHOUSE',
  kind,
  recordKey: ['lighthouse/beam', '0001'],
  body: { 编号: '0001', "o'clock": [1, null] },
  happenedAt: new Date('2026-03-10T19:00:00Z'),
  ...parts,
});

const append = (...steps: readonly OutboundStep[]): Promise<void> => city.index.transaction((sql) => outboundSteps.append(sql, steps));

function deliver(through: (database: Database) => Database = mayBeAway): void {
  const intake = city.intake(through);
  running.push(intake);
  intake.outbound.start();
}

function mayBeAway(database: Database): Database {
  const work: Database['transaction'] = (given) => (isAway(database) ? Promise.reject(new Error('away')) : database.transaction(given));
  return { ...database, transaction: work };
}

async function toldTo(office: 'lighthouse' | 'orchard'): Promise<string> {
  const rows = await city.fronts[office].sql.query<{ kind: string }>('select kind from outbound order by id');
  return rows.map(({ kind }) => kind).join(' ');
}

async function owed(): Promise<number> {
  return (await city.index.sql.query('select from outbound_step')).length;
}

const allSettled = (): Promise<void> => eventually('nothing is owed any more', async () => (await owed()) === 0);

describe('steps of the platform on an office’s records', () => {
  test('reach the office’s own database as they were written, and are then no longer owed', async () => {
    const step = aStep('FIRST');
    await append(step);
    deliver();
    await allSettled();
    const [row] = await city.fronts.lighthouse.sql.query(
      `select event_id as "eventId", kind, record_key as "recordKey", body, happened_at as "happenedAt", acknowledged_at as "acknowledgedAt" from outbound`,
    );
    const { department, ...written } = step;
    expect(row).toEqual({ ...written, acknowledgedAt: null });
    expect([department, await toldTo('orchard')]).toEqual(['LIGHTHOUSE', '']);
  });

  test('are owed if and only if the transaction that makes them commits', async () => {
    await city.index
      .transaction(async (sql) => {
        await outboundSteps.append(sql, [aStep('NEVER')]);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await owed()).toBe(0);
  });

  test('arrive in order, and a later one that commits first does not lose an earlier one', async () => {
    let letCommit: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letCommit = resolve;
    });
    const slow = city.index.transaction(async (sql) => {
      await outboundSteps.append(sql, [aStep('SLOW')]);
      await held;
    });
    await append(aStep('A'), aStep('B'), aStep('C'));
    deliver();
    await eventually('what is committed has arrived', async () => (await toldTo('lighthouse')) === 'A B C');
    letCommit();
    await slow;
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('A B C SLOW');
  });

  test('arrive once though the platform dies between the office’s commit and its own', async () => {
    await append(aStep('A'), aStep('B'));
    deliver((database) => (database === city.index ? forgetting(database) : database));
    await eventually('both have arrived', async () => (await toldTo('lighthouse')) === 'A B');
    await running.splice(0)[0]!.outbound.stop();
    expect(await owed()).toBe(2);
    deliver();
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('A B');
  });

  test('are the same step when they are appended twice', async () => {
    const step = aStep('ONCE');
    await append(step);
    await append(step);
    deliver();
    await allSettled();
    await append(step);
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('ONCE');
  });

  test('are forgotten with a record that its office takes home, and only those on it', async () => {
    await append(aStep('HOME', { recordKey: ['M-1'] }), aStep('STAYS', { recordKey: ['M-2'] }));
    await city.index.transaction((sql) => new OwedStepStore(sql).withdraw(sql, 'LIGHTHOUSE', [['M-1'], ['M-3']]));
    deliver();
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('STAYS');
  });

  test('wait while their office is away, and hold up no other', async () => {
    isAway = (front) => front === city.fronts.lighthouse;
    await append(aStep('WAITS'), aStep('GOES', { department: 'ORCHARD' }));
    deliver();
    await eventually('the other office is told', async () => (await toldTo('orchard')) === 'GOES');
    expect([await toldTo('lighthouse'), await owed()]).toEqual(['', 1]);
    isAway = () => false;
    running[0]!.outbound.hint('lighthouse');
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('WAITS');
  });

  test('arrive while what their office has put into its own queue is being taken', async () => {
    await city.fronts.lighthouse.transaction(async (sql) => {
      await inboundQueue.take(sql);
      await append(aStep('MEANWHILE'));
      deliver();
      await allSettled();
    });
    expect(await toldTo('lighthouse')).toBe('MEANWHILE');
  });

  test('are carried by one process at a time', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isLocked: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const other = city.fronts.lighthouse.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock(7402118342)');
      isLocked();
      await held;
    });
    await locked;
    await append(aStep('LATER'));
    const intake = city.intake();
    running.push(intake);
    intake.outbound.start();
    await append(aStep('ELSEWHERE', { department: 'ORCHARD' }));
    await eventually('the other office is told', async () => (await toldTo('orchard')) === 'ELSEWHERE');
    expect(await toldTo('lighthouse')).toBe('');
    letGo();
    await other;
    await allSettled();
    expect(await toldTo('lighthouse')).toBe('LATER');
  });
});

/** An index whose deletions of settled steps never arrive. */
function forgetting(index: Database): Database {
  return {
    ...index,
    sql: {
      query: (text, parameters) =>
        text.startsWith('delete from outbound_step') ? Promise.reject(new Error('killed')) : index.sql.query(text, parameters),
    },
  };
}
