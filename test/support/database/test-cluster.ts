import type { EmbeddedServer } from '../../../src/database/embedded/start-embedded-server.js';

/** The cluster of this jest run and the folder it lives in. */
export interface TestCluster {
  readonly server: EmbeddedServer;
  readonly directory: string;
}

const place = globalThis as { allgridTestCluster?: TestCluster };

/** Keeps the cluster from global set-up to global teardown, which share one process. */
export function keepCluster(cluster: TestCluster): void {
  place.allgridTestCluster = cluster;
}

/** The cluster that global set-up kept; undefined when it never got so far. */
export function keptCluster(): TestCluster | undefined {
  return place.allgridTestCluster;
}
