import { sessionsAt } from '../../../src/eventlog/session.js';
import { StateTeller } from '../../../src/features/intake/storage/states/state-teller.js';
import type { SeenState } from '../../../src/features/intake/storage/states/tell-states.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';

const morning = new Date('2026-03-01T00:00:00Z');
const noon = new Date('2026-03-01T04:00:00Z');
const seenAs = (state: SeenState['state'], since = morning): SeenState => ({ department: 'PETITION', state, since, asOf: morning });

/** A process that tells, and what it sees of the offices. */
interface TellingProcess {
  readonly teller: StateTeller;
  seen: readonly SeenState[];
}

describe('the states of offices', () => {
  let index: TestCityIndex;
  let tellers: TellingProcess[];
  beforeEach(async () => {
    index = await aCityIndex();
    tellers = [];
  });
  afterEach(async () => {
    await Promise.all(tellers.map(({ teller }) => teller.stop()));
    await index.drop();
  });

  const aProcess = (...seen: SeenState[]): TellingProcess => {
    const process: TellingProcess = {
      seen,
      teller: new StateTeller({ open: sessionsAt(index.url), log: silentLog, seen: () => process.seen, pollMs: 20, retryMs: 20 }),
    };
    process.teller.start();
    tellers.push(process);
    return process;
  };
  const told = async (): Promise<readonly string[]> => {
    const rows = await index.sql.query<{ said: string }>(
      `select concat_ws(' ', subject, department, version, payload ->> 'from', payload ->> 'state') as said
         from event_inbox where topic = 'department' and kind = 'DEPARTMENT_STATE_CHANGED' order by id`,
    );
    return rows.map(({ said }) => said.replace(uuidOf('department', 'PETITION'), 'it'));
  };
  const holds = (count: number): Promise<void> => eventually(`${count} states are told`, async () => (await told()).length === count);

  test('are told when they change, each once, whatever other processes see and whoever leads', async () => {
    const first = aProcess(seenAs('LIVE'));
    await holds(1);
    const second = aProcess(seenAs('STALE', noon));
    first.seen = [seenAs('DOWN', noon)];
    await holds(2);
    second.seen = [seenAs('DOWN', noon)];
    await first.teller.stop();
    await eventually('the other leads', () => second.teller.leading);
    second.seen = [seenAs('LIVE', noon)];
    await holds(3);

    expect(await told()).toEqual(['it PETITION 1 LIVE', 'it PETITION 2 LIVE DOWN', 'it PETITION 3 DOWN LIVE']);
  });

  test('are not told of an office that the leader has not looked at', async () => {
    aProcess(seenAs('LIVE'));
    await holds(1);
    await tellers[0]!.teller.stop();
    const next = aProcess();
    await eventually('it leads', () => next.teller.leading);
    next.seen = [seenAs('LIVE', noon), { ...seenAs('DOWN'), department: 'HOUSING' }];
    await holds(2);
    expect((await told()).at(-1)).toContain('HOUSING 1 DOWN');
  });
});
