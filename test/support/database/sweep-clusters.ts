import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isInProcessTable } from '../../../src/database/embedded/process-life.js';
import { startEmbeddedServer } from '../../../src/database/embedded/start-embedded-server.js';
import { silentLog } from '../../../src/kernel/log.js';

const prefix = 'allgrid-test-cluster-';
const pattern = new RegExp(`^${prefix}(\\d+)-`);

/** The beginning of the path of a cluster that belongs to the present process; `mkdtemp` ends it. */
export const ownClusterPrefix = join(tmpdir(), `${prefix}${process.pid}-`);

async function stopAndRemove(directory: string): Promise<void> {
  await (await startEmbeddedServer({ directory, log: silentLog })).stop();
  await rm(directory, { recursive: true, force: true });
}

/** Stops and removes the clusters of runs that were broken off (Ctrl+C runs no teardown); what belongs to another user stays. */
export async function sweepClusters(): Promise<void> {
  const names = await readdir(tmpdir());
  const abandoned = names.filter((name) => !isInProcessTable(Number(pattern.exec(name)?.[1] ?? process.pid)));
  await Promise.all(abandoned.map((name) => stopAndRemove(join(tmpdir(), name)).catch(() => undefined)));
}
