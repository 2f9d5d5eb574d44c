import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DemoTokens } from '../../../src/features/access/index.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { cityTemplate, frontsOf } from '../city/city-template.js';
import { dropDatabase } from '../database/clone-database.js';
import { clusterUrl, onCluster } from '../database/cluster-address.js';
import { withClient } from '../database/with-client.js';
import { inventedOffices } from '../intake/invented-offices.js';
import { PackCopy } from '../intake/pack-copy.js';
import { people } from './loop-city.js';
import type { Served } from './start-serving.js';
import type { Tokens } from './stepping-client.js';

/** The databases of a city of two invented offices, for servers in processes of their own. */
export interface ServedCity {
  readonly served: Served;
  readonly tokens: Tokens;
  /** The rows of a query on the city index. */
  rows<Row extends object>(text: string): Promise<readonly Row[]>;
  remove(): Promise<void>;
}

/** Copies the databases of a loaded city, and issues the tokens of those who move its matters on. */
export async function aServedCity(): Promise<ServedCity> {
  const pack = await PackCopy.make();
  const template = await cityTemplate({ name: 'served_city', pack: pack.folder, offices: inventedOffices });
  const index = `test_${randomUUID().replaceAll('-', '')}`;
  const databases = [index, ...frontsOf(index, inventedOffices)];
  const templates = [template, ...frontsOf(template, inventedOffices)];
  await withClient(clusterUrl(), async (client) => {
    for (const [place, name] of databases.entries()) await client.query(`create database ${name} template ${templates[place]!}`);
  });
  const served = { indexUrl: onCluster(index), dataDir: await mkdtemp(join(tmpdir(), 'allgrid-served-')), pack: pack.folder };
  return {
    served,
    tokens: await tokensIn(served.dataDir),
    rows: <Row extends object>(text: string) => withClient(served.indexUrl, async (client) => (await client.query<Row>(text)).rows),
    remove: async () => {
      for (const name of databases) await dropDatabase(name);
      await rm(served.dataDir, { recursive: true, force: true });
      await pack.remove();
    },
  };
}

async function tokensIn(dataDir: string): Promise<Tokens> {
  const issued = new DemoTokens(dataDir, systemClock);
  const [dispatcher, handler] = await Promise.all(
    [people.dispatcher, people.lighthouse].map((who) =>
      issued.issue({ department: null, grids: [], ...who, divisions: [...who.divisions] }),
    ),
  );
  return { dispatcher: dispatcher!, handler: handler! };
}
