import { randomUUID } from 'node:crypto';

import { listen, type Listener } from '../../src/database/listener.js';
import { cloneDatabase, type ClonedDatabase, dropDatabase } from '../support/database/clone-database.js';
import { onCluster } from '../support/database/cluster-address.js';
import { withClient } from '../support/database/with-client.js';

let database: ClonedDatabase;
let listener: Listener;
let woken: string[];
let heard: () => void = () => undefined;

/** Resolves when the listener has been woken that often. */
async function wakings(count: number): Promise<readonly string[]> {
  while (woken.length < count)
    await new Promise<void>((resolve) => {
      heard = resolve;
    });
  return woken;
}

const ask = (text: string): Promise<unknown> => withClient(database.url, (client) => client.query(text));

beforeEach(async () => {
  database = await cloneDatabase('template1');
  woken = [];
  listener = listen(database.url, ['inbox', 'Front "petition"'], (channel) => {
    woken.push(channel);
    heard();
  });
  await listener.ready;
});
afterEach(async () => {
  await listener.stop();
  await database.drop();
});

describe('a listener', () => {
  it('wakes for every channel once it listens, and then for each notification', async () => {
    expect(await wakings(2)).toEqual(['inbox', 'Front "petition"']);
    await ask('notify inbox');
    await ask('notify "Front ""petition"""');
    expect((await wakings(4)).slice(2)).toEqual(['inbox', 'Front "petition"']);
  });

  it('does not hear what was rolled back or meant for others', async () => {
    await wakings(2);
    await ask('begin; notify inbox; rollback; notify others; notify inbox');
    expect((await wakings(3)).slice(2)).toEqual(['inbox']);
  });

  it('listens again after its connection was cut, and wakes for all it may have missed', async () => {
    await wakings(2);
    await ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'allgrid listener' and datname = current_database()`,
    );
    expect((await wakings(4)).slice(2)).toEqual(['inbox', 'Front "petition"']);
    await ask('notify inbox');
    expect((await wakings(5)).slice(4)).toEqual(['inbox']);
  });

  it('leaves no connection behind and hears nothing after it was stopped', async () => {
    await wakings(2);
    await listener.stop();
    await ask('notify inbox');
    expect(woken).toHaveLength(2);
    const left = await withClient(database.url, (client) =>
      client.query(`select from pg_stat_activity where application_name = 'allgrid listener' and datname = current_database()`),
    );
    expect(left.rowCount).toBe(0);
  });

  it('waits for a database that is not there yet', async () => {
    const later = `later_${randomUUID().replaceAll('-', '')}`;
    const early = listen(onCluster(later), ['inbox'], () => undefined);
    await ask(`create database ${later}`);
    await early.ready;
    await early.stop();
    await dropDatabase(later);
  });
});
