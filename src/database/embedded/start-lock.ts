import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { CityError } from '../../kernel/city-error.js';
import { hasCode } from '../has-code.js';
import { isAlive, markOf, type ProcessMark } from './process-life.js';

const pollMs = 25;
const patienceMs = 330_000;

async function readHolder(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

async function take(path: string, claim: string): Promise<boolean> {
  try {
    await link(claim, path);
    return true;
  } catch (thrown) {
    if (hasCode(thrown, 'EEXIST')) return false;
    throw thrown;
  }
}

/** Removes the lock of a dead process; puts it back when another process has renewed it in between. */
async function clearDead(path: string, seen: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readHolder(aside)) !== seen) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function waitFor(path: string, claim: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await take(path, claim))) {
    const holder = await readHolder(path);
    if (holder !== null && !isAlive(JSON.parse(holder) as ProcessMark)) await clearDead(path, holder);
    else if (performance.now() > deadline) throw stuck(path, holder);
    else await pause(pollMs);
  }
}

function stuck(path: string, holder: string | null): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected to start or stop the embedded server, but the process ${holder ?? 'unknown'} has been doing so for minutes.`,
    messageZh: `另一进程 ${holder ?? ''} 长时间占用内置数据库的启停锁。`,
    hint: `End that process, or remove ${path} when there is none.`,
  });
}

/** Runs `work` while no other process starts or stops the server of this lock; a dead holder's lock is taken over. */
export async function withStartLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const claim = `${path}.${randomUUID()}`;
  await writeFile(claim, JSON.stringify({ ...markOf(process.pid), claim }), { mode: 0o644 });
  try {
    await waitFor(path, claim);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(claim, { force: true });
  }
}
