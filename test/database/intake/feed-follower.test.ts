import type { Database } from '../../../src/features/intake/index.js';
import type { Intake } from '../../../src/features/intake/wiring.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { indexState, waitingRows } from '../../support/intake/index-state.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
let intake: Intake;
let lighthouseIsAway = false;
let isCutMidway = false;
/** How often the front went away between the commit of the index and its own. */
let cuts = 0;
/** How often the follower has asked whether an import is under way. */
let looks = 0;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  [lighthouseIsAway, isCutMidway, cuts, looks] = [false, false, 0, 0];
  intake = city.intake((database) => (database === city.index ? countingLooks(database) : mayBeAway(database)));
  await intake.cityImport.importPack(pack.folder);
  intake.follower.start();
});
afterEach(async () => {
  await intake?.follower.stop();
  await Promise.all([city?.close(), pack?.remove()]);
});

function countingLooks(index: Database): Database {
  return {
    ...index,
    sql: {
      query: (text, parameters) => {
        looks += Number(text.includes('pg_locks'));
        return index.sql.query(text, parameters);
      },
    },
  };
}

function mayBeAway(front: Database): Database {
  const isAway = (): boolean => lighthouseIsAway && front === city.fronts.lighthouse;
  return {
    ...front,
    transaction: (work) =>
      isAway()
        ? Promise.reject(new Error('away'))
        : front.transaction((sql) => work(front === city.fronts.lighthouse ? dyingAtAcknowledging(sql) : sql)),
  };
}

/** The front that is gone when what the index has committed is to be acknowledged. */
function dyingAtAcknowledging(sql: Sql): Sql {
  return {
    query: (text, parameters) => {
      if (!isCutMidway || !text.startsWith('delete from change_feed')) return sql.query(text, parameters);
      cuts += 1;
      return Promise.reject(new Error('gone in mid-batch'));
    },
  };
}

/** An office gives a unit another name. */
async function rename(office: 'lighthouse' | 'orchard', layer: string, localId: string): Promise<void> {
  await city.fronts[office].transaction(async (sql) => {
    await sql.query(`update unit_record set name = '改名', content_hash = 'changed' where local_id = $1`, [localId]);
    await sql.query(`insert into change_feed (kind, record_key) values ('UNIT', $1)`, [[layer, localId, '1']]);
  });
}

/** The units whose new name the index believes. */
async function renamed(): Promise<string> {
  const rows = await city.index.sql.query<{ local_id: string }>(
    `select local_id from unit join unit_version on unit_id = unit.id and recorded_to is null where name = '改名' order by local_id`,
  );
  return rows.map(({ local_id: localId }) => localId).join(' ');
}

const failuresOf = (office: string): number => intake.follower.states().get(office)!.failures;

describe('the follower of the offices’ feeds', () => {
  test('takes what an office changed into the index, tells that units changed, and acknowledges it', async () => {
    const rounds = city.unitRounds.length;
    await rename('orchard', 'orchard/row', '5');
    intake.follower.hint('orchard');
    await eventually('the new name is in the index', async () => (await renamed()) === '5');
    await eventually('no row waits', async () => (await waitingRows([city.fronts.orchard])) === 0);
    await eventually('the ground is told to be complete', () => city.unitRounds.length > rounds);
    expect(city.unitRounds.slice(rounds)).toEqual([1]);
  });

  test('goes on with the others while one office is away, and comes back to it', async () => {
    lighthouseIsAway = true;
    await rename('lighthouse', 'lighthouse/beam', '0001');
    await rename('orchard', 'orchard/row', '10');
    await eventually('the other office is followed', async () => (await renamed()) === '10');
    await eventually('the office that is away has failed twice', () => failuresOf('lighthouse') > 1);
    expect(intake.follower.states().get('orchard')).toMatchObject({ failures: 0, failingSince: null });

    lighthouseIsAway = false;
    await eventually('both are followed', async () => (await renamed()) === '0001 10');
    await eventually('nothing fails any more', () => failuresOf('lighthouse') === 0);
  });

  test('applies again what the index had committed when the front went away in mid-batch, and nothing changes by it', async () => {
    isCutMidway = true;
    await rename('lighthouse', 'lighthouse/beam', '0001');
    await eventually('the front has gone twice before it could acknowledge', () => cuts > 1);
    expect([await renamed(), await waitingRows([city.fronts.lighthouse])]).toEqual(['0001', 1]);
    const applied = await indexState(city.index);
    isCutMidway = false;
    await eventually('it is acknowledged', async () => (await waitingRows([city.fronts.lighthouse])) === 0);
    expect(await indexState(city.index)).toEqual(applied);
  });

  test('acknowledges by id: what commits late under a lower id is taken as well', async () => {
    await city.fronts.orchard.transaction(async (slow) => {
      await slow.query(`update unit_record set name = '改名', content_hash = 'changed' where local_id = '5'`);
      await slow.query(`insert into change_feed (kind, record_key) values ('UNIT', '{orchard/row,5,1}')`);
      await rename('orchard', 'orchard/row', '10');
      await eventually('the later id is in the index', async () => (await renamed()) === '10');
      await eventually('and acknowledged', async () => (await waitingRows([city.fronts.orchard])) === 0);
    });
    await eventually('the earlier id is in the index too', async () => (await renamed()) === '10 5');
  });

  test('F12: tells how far behind an office is by the age that its own clock gives, though that is months off ours', async () => {
    const behindSeconds = (office: string): number => {
      const { behindSince } = intake.follower.states().get(office)!;
      return behindSince === null ? 0 : (city.now.getTime() - behindSince.getTime()) / 1_000;
    };
    await city.index.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock($1)', [7_402_118_341]);
      await city.fronts.orchard.sql.query(
        `insert into change_feed (kind, record_key, enqueued_at) values ('UNIT', '{orchard/row,5,1}', clock_timestamp() - interval '90 seconds')`,
      );
      await eventually('the office is told to be behind', () => behindSeconds('orchard') >= 90);
      expect(behindSeconds('orchard')).toBeLessThan(900);
      expect(behindSeconds('lighthouse')).toBe(0);
    });
    await eventually('it has caught up', () => behindSeconds('orchard') === 0);
  });

  test('notes how fresh the index is, office by office', async () => {
    city.now = new Date('2026-03-10T20:05:00Z');
    const fresh = async (): Promise<boolean> =>
      (await city.index.sql.query('select from office_state where as_of = $1', [city.now])).length === 2;
    await eventually('both offices are noted as of now', fresh);
  });

  test('keeps still while an import is under way in any process', async () => {
    await city.index.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock($1)', [7_402_118_341]);
      await rename('orchard', 'orchard/row', '5');
      intake.follower.hint('orchard');
      const since = looks;
      await eventually('the follower has looked many times', () => looks > since + 10);
      expect([await renamed(), await waitingRows([city.fronts.orchard])]).toEqual(['', 1]);
    });
    await eventually('the change is taken afterwards', async () => (await renamed()) === '5');
  });
});
