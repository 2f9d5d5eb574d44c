import { readFile, rm } from 'node:fs/promises';

import type { Log } from '../../kernel/log.js';
import { hasCode } from '../has-code.js';
import type { Layout } from './layout.js';
import { isInProcessTable, isPostmasterOf, markOf, type ProcessMark } from './process-life.js';

/** What a PostgreSQL server writes about itself into `postmaster.pid`. */
export interface PidFile {
  readonly pid: number;
  /** TCP port; NaN while the server has not got so far. */
  readonly port: number;
  /** True once the server takes connections. */
  readonly isReady: boolean;
}

/** A server that runs now. */
export interface RunningServer {
  readonly process: ProcessMark;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
}

/** Reads `postmaster.pid` (line 1 pid, line 4 port, line 8 state); null where there is none. */
export async function readPidFile(path: string): Promise<PidFile | null> {
  try {
    const lines = (await readFile(path, 'utf8')).split('\n');
    return { pid: Number(lines[0]), port: Number.parseInt(lines[3] ?? '', 10), isReady: lines[7]?.trim() === 'ready' };
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return null;
    throw thrown;
  }
}

/**
 * Finds the server that already runs over the cluster, ready or not yet; null where none does.
 * A pid file that would keep a new server from starting (its pid is a zombie's, or was given to a stranger) is removed:
 * PostgreSQL's own interlock on shared memory still protects the files from a left-over backend.
 */
export async function findPostmaster(layout: Layout, log: Log): Promise<ProcessMark | null> {
  const file = await readPidFile(layout.postmasterPid);
  if (!file) return null;
  if (isPostmasterOf(file.pid, layout.cluster)) return markOf(file.pid);
  if (isInProcessTable(file.pid)) {
    log.warn({ pid: file.pid }, 'the embedded server left a pid file that no longer names it; removed');
    await rm(layout.postmasterPid, { force: true });
  }
  return null;
}
