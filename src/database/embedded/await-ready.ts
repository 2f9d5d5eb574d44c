import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { CityError } from '../../kernel/city-error.js';
import type { Layout } from './layout.js';
import { readPidFile, type RunningServer } from './pid-file.js';
import { isAlive, type ProcessMark } from './process-life.js';

const pollMs = 15;
/** Crash recovery replays what was written since the last checkpoint; minutes are possible, more is a fault. */
const patienceMs = 300_000;

/** The last lines of the server's log, at most 2,000 bytes, for a message about a failed start. */
async function tailOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 2_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8').trim();
  } finally {
    await file.close();
  }
}

async function startFailure(layout: Layout): Promise<CityError> {
  const tail = await tailOf(layout.logFile).catch(() => '');
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected the embedded PostgreSQL to start, but it ended before it was ready. Its log ends: ${tail}`,
    messageZh: `内置 PostgreSQL 未能启动。日志末尾：${tail}`,
    hint: `Read ${layout.logFile}.`,
  });
}

/** Waits until the server of that process takes connections; throws `UNAVAILABLE` when it dies first or needs more than 5 minutes. */
export async function awaitReady(layout: Layout, process: ProcessMark): Promise<RunningServer> {
  const deadline = performance.now() + patienceMs;
  while (isAlive(process) && performance.now() < deadline) {
    const file = await readPidFile(layout.postmasterPid);
    if (file?.pid === process.pid && file.isReady) return { process, port: file.port };
    await pause(pollMs);
  }
  throw await startFailure(layout);
}
