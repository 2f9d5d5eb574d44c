import { append } from '../../../src/eventlog/append.js';
import { PostgresReader } from '../../../src/eventlog/postgres-reader.js';
import { numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess, type SequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { type SequencingProcess, startSequencing } from '../../support/eventlog/start-sequencing.js';
import { wholeLog } from '../../support/eventlog/whole-log.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';

/** The lead is handed over within this time; waits fail at ten times it. */
const goalMs = 2_000;

const leaderSession = `
  select activity.pid, application_name as name from pg_locks join pg_stat_activity activity using (pid)
   where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`;

describe('the lead of the event log', () => {
  let index: TestCityIndex;
  let reader: PostgresReader;
  let written: number;
  beforeEach(async () => {
    index = await aCityIndex();
    reader = new PostgresReader(index.sql);
    written = 0;
  });
  afterEach(() => index.drop());

  const write = async (count = 1): Promise<void> => {
    await index.transaction((sql) => append(sql, numbered(count, written + 1)));
    written += count;
  };
  const moved = (): Promise<void> => eventually(`${written} events are in the log`, async () => (await reader.head()).position === written);
  const leader = async (): Promise<{ readonly pid: number; readonly name: string } | null> =>
    (await index.sql.query<{ pid: number; name: string }>(leaderSession))[0] ?? null;

  describe('among three processes', () => {
    let processes: SequencingProcess[];
    beforeEach(async () => {
      processes = await Promise.all(['one', 'two', 'three'].map((name) => startSequencing(index.url, name)));
      await write();
      await moved();
    });
    afterEach(() => Promise.all(processes.map((process) => process.kill())));

    const leading = async (): Promise<SequencingProcess> => {
      const { name } = (await leader())!;
      return processes.find((process) => process.name === name)!;
    };
    /** How long an event waits that is written right after the lead is taken away. */
    const handOver = async (what: string, takeAway: () => unknown): Promise<void> => {
      await takeAway();
      const begun = performance.now();
      await write(3);
      await moved();
      const took = performance.now() - begun;
      process.stdout.write(`hand-over, ${what}: ${took.toFixed(0)} ms\n`);
      expect(took).toBeLessThan(10 * goalMs);
    };

    test('is taken over when the leader is killed, cut off by the server, and stopped where it stands; nothing is lost or doubled', async () => {
      await handOver('kill -9', async () => (await leading()).kill());
      await handOver('pg_terminate_backend', async () => index.sql.query('select pg_terminate_backend($1, 5000)', [(await leader())!.pid]));
      const frozen = await leading();
      await handOver('SIGSTOP', () => frozen.freeze());
      expect((await leading()).name).not.toBe(frozen.name);
      frozen.goOn();
      await write(5);
      await moved();

      const log = await wholeLog(reader);
      expect(log.map(({ position }) => position)).toEqual(range(1, written));
      expect(numbersOf(log)).toEqual(range(1, written));
    });
  });

  test('changes hands a hundred times at random instants, and the positions stay dense', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = seededRandom(seed).next;
    const sequencers: SequencerProcess[] = range(1, 3).map(() => aSequencerProcess(index.url, { retryMs: 5, batch: 7 }));
    const terms = new Set<number>();
    let isWriting = true;
    const writing = (async () => {
      while (isWriting) await write(1 + Math.floor(random() * 20));
    })();
    try {
      while (terms.size < 100) {
        const found = await leader();
        if (found === null || terms.has(found.pid)) continue;
        terms.add(found.pid);
        for (let left = Math.floor(random() * 4); left > 0; left -= 1) await reader.head();
        await index.sql.query('select pg_terminate_backend($1)', [found.pid]);
      }
      isWriting = false;
      await writing;
      await moved();

      const log = await wholeLog(reader);
      expect({ seed, positions: log.map(({ position }) => position) }).toEqual({ seed, positions: range(1, written) });
      expect(numbersOf(log)).toEqual(range(1, written));
    } finally {
      isWriting = false;
      await writing;
      await Promise.all(sequencers.map(({ sequencer }) => sequencer.stop()));
      process.stdout.write(`hand-overs: ${terms.size}, events: ${written}, seed ${seed}\n`);
    }
  });
});
