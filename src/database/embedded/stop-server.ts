import { setTimeout as pause } from 'node:timers/promises';

import type { Log } from '../../kernel/log.js';
import { isAlive, type ProcessMark } from './process-life.js';

const pollMs = 5;
const fastMs = 20_000;
const immediateMs = 5_000;

async function isGoneWithin(server: ProcessMark, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (isAlive(server)) {
    if (performance.now() > deadline) return false;
    await pause(pollMs);
  }
  return true;
}

function signal(server: ProcessMark, name: NodeJS.Signals): void {
  if (isAlive(server)) process.kill(server.pid, name);
}

/** Stops a server: fast (connections end, everything is written), and after 20 s immediate (the next start recovers from the log). */
export async function stopServer(server: ProcessMark, log: Log): Promise<void> {
  signal(server, 'SIGINT');
  if (await isGoneWithin(server, fastMs)) return;
  log.warn({ pid: server.pid }, 'the embedded server did not stop within 20 s; stopping it at once');
  signal(server, 'SIGQUIT');
  await isGoneWithin(server, immediateMs);
}
