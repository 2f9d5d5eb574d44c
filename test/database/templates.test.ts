import { cloneDatabase } from '../support/database/clone-database.js';
import { templateOf } from '../support/database/template-of.js';
import { withClient } from '../support/database/with-client.js';

describe('a template', () => {
  it('is prepared once, whoever asks first, and anew after a preparation that failed', async () => {
    let prepared = 0;
    const failing = templateOf('units', () => Promise.reject(new Error('broken off')));
    await expect(failing).rejects.toThrow('broken off');
    const prepare = async (url: string): Promise<void> => {
      prepared += 1;
      await withClient(url, (client) => client.query('create table unit as select 7 as id'));
    };
    const names = await Promise.all([templateOf('units', prepare), templateOf('units', prepare), templateOf('units', prepare)]);
    expect([prepared, new Set(names).size]).toEqual([1, 1]);
  });

  it('gives each clone rows of its own', async () => {
    const template = await templateOf('clones', (url) =>
      withClient(url, async (client) => {
        await client.query('create table unit as select 7 as id');
      }),
    );
    const [one, other] = await Promise.all([cloneDatabase(template), cloneDatabase(template)]);
    await withClient(one.url, (client) => client.query('delete from unit'));
    expect(await withClient(other.url, async (client) => (await client.query<{ id: number }>('select id from unit')).rows)).toEqual([
      { id: 7 },
    ]);
    await Promise.all([one.drop(), other.drop()]);
  });
});
