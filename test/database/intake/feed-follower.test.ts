import type { Database } from '../../../src/features/intake/index.js';
import type { Intake } from '../../../src/features/intake/wiring.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { waitingRows } from '../../support/intake/index-state.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
let intake: Intake;
let lighthouseIsAway = false;
/** How often the follower has asked whether an import is under way. */
let looks = 0;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  [lighthouseIsAway, looks] = [false, 0];
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
  return { ...front, transaction: (work) => (isAway() ? Promise.reject(new Error('away')) : front.transaction(work)) };
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
    expect(intake.follower.states().get('orchard')).toEqual({ failures: 0, failingSince: null });

    lighthouseIsAway = false;
    await eventually('both are followed', async () => (await renamed()) === '0001 10');
    await eventually('nothing fails any more', () => failuresOf('lighthouse') === 0);
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
