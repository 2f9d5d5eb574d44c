import { rm } from 'node:fs/promises';

import { keptCluster } from './test-cluster.js';

/** Stops the cluster of the jest run and removes its folder. */
export async function globalTeardown(): Promise<void> {
  const cluster = keptCluster();
  if (!cluster) return;
  await cluster.server.stop();
  await rm(cluster.directory, { recursive: true, force: true });
}
