import { mkdtemp } from 'node:fs/promises';

import { startEmbeddedServer } from '../../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../../src/kernel/log.js';
import { announceCluster } from './cluster-address.js';
import { ownClusterPrefix, sweepClusters } from './sweep-clusters.js';
import { keepCluster } from './test-cluster.js';

/** Nobody needs these rows after the run; tests about durability start servers of their own. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts the one PostgreSQL cluster of a jest run in a temporary folder and tells the workers its address. */
export async function globalSetup(): Promise<void> {
  await sweepClusters();
  const directory = await mkdtemp(ownClusterPrefix);
  const server = await startEmbeddedServer({ directory, log: silentLog, settings });
  keepCluster({ server, directory });
  announceCluster(server.url('postgres'));
}
