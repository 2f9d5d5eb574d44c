import { append } from '../../../src/eventlog/append.js';
import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';
import { moveInbox } from '../../../src/eventlog/move-inbox.js';
import { PostgresReader } from '../../../src/eventlog/postgres-reader.js';
import { withdraw } from '../../../src/eventlog/withdraw.js';
import { anEvent } from '../../support/eventlog/an-event.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';

describe('a withdrawal while the leader moves the same events', () => {
  const [before, secret, after] = [anEvent(), anEvent(), anEvent()];
  let index: TestCityIndex;
  beforeEach(async () => {
    index = await aCityIndex();
    await index.transaction((sql) => append(sql, [before, secret, after]));
  });
  afterEach(() => index.drop());

  const somebodyWaits = (): Promise<void> =>
    eventually('one waits for the other', async () => (await index.sql.query('select from pg_locks where not granted')).length > 0);
  const subjects = async (): Promise<readonly string[]> =>
    (await new PostgresReader(index.sql).after(0, 10)).events.map(({ subject }) => subject);
  const nobody = '00000000-0000-0000-0000-000000000000';

  test('empties what the leader had in hand', async () => {
    let withdrawal: Promise<void> = Promise.resolve();
    await index.transaction(async (leader) => {
      await moveInbox(leader, { batch: 10, floor: new InboxFloor(), month: '2026-11-01' });
      withdrawal = index.transaction((sql) => withdraw(sql, 'matter', [secret.subject]));
      await somebodyWaits();
    });
    await withdrawal;
    expect(await subjects()).toEqual([before.subject, nobody, after.subject]);
  });

  test('lets the leader move on with what is left, all of it', async () => {
    let moved: Promise<number> = Promise.resolve(0);
    await index.transaction(async (sql) => {
      await withdraw(sql, 'matter', [secret.subject]);
      moved = moveInbox(index.sql, { batch: 10, floor: new InboxFloor(), month: '2026-11-01' });
      await somebodyWaits();
    });
    expect(await moved).toBe(3);
    expect(await subjects()).toEqual([before.subject, nobody, after.subject]);
  });
});
