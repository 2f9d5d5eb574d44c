import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Platform } from '../../../src/compose.js';
import { adoptStream } from '../../../src/eventlog/stream-epoch.js';
import { clusterUrl, onCluster } from '../database/cluster-address.js';
import { withClient } from '../database/with-client.js';

/** Where a composed platform keeps its model over a restart. */
const modelFolder = ({ dataDir }: Platform['config']): string => join(dataDir, 'city-model');

/** Keeps the model of a loaded city for the platforms of its copies, beside the cluster's own files, which end with the run. */
export async function keepModel(template: string, { models, config }: Pick<Platform, 'models' | 'config'>): Promise<void> {
  await models.refresh();
  await models.keep();
  await cp(modelFolder(config), await folderOf(template), { recursive: true });
}

/**
 * Lets a platform that is to start on a copy of a city begin with the model that was kept, as after a restart. The copy goes on with the life
 * of the event log that it was copied with, which the platform would otherwise end: a model of another life is read anew.
 */
export async function beginWithModel(template: string, index: string, config: Platform['config']): Promise<void> {
  await withClient(onCluster(index), async (client) => {
    const { rows } = await client.query<{ epoch: string }>('select epoch from event_stream');
    await adoptStream({
      query: async <Row extends object>(text: string) => (await client.query<Row>(text)).rows,
    });
    await client.query('update event_stream set epoch = $1', [rows[0]!.epoch]);
  });
  await cp(await folderOf(template), modelFolder(config), { recursive: true });
}

async function folderOf(template: string): Promise<string> {
  const { rows } = await withClient(clusterUrl(), (client) => client.query<{ data_directory: string }>('show data_directory'));
  return join(dirname(rows[0]!.data_directory), 'city-models', template);
}
