import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

import { hasCode } from '../has-code.js';

/** One process for good: a pid may be given again, a pid with its start time may not. */
export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks since boot, as Linux counts them; null on platforms that do not tell. */
  readonly startedAt: string | null;
}

interface ProcessState {
  readonly name: string;
  readonly isZombie: boolean;
  readonly startedAt: string;
}

function readState(pid: number): ProcessState | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const nameEnd = line.lastIndexOf(')');
    const rest = line.slice(nameEnd + 2).split(' ');
    return { name: line.slice(line.indexOf('(') + 1, nameEnd), isZombie: 'ZX'.includes(rest[0]!), startedAt: rest[19]! };
  } catch {
    return null;
  }
}

/** Whether the process table holds `pid` at all, be it alive, a zombie or somebody else's. */
export function isInProcessTable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return hasCode(thrown, 'EPERM');
  }
}

/** Marks the process that has `pid` now. */
export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: readState(pid)?.startedAt ?? null };
}

/** Whether that very process still runs; a zombie, dead but not yet buried by its parent, does not. */
export function isAlive(mark: ProcessMark): boolean {
  if (process.platform !== 'linux') return isInProcessTable(mark.pid);
  const state = readState(mark.pid);
  if (!state || state.isZombie) return false;
  return mark.startedAt === null || mark.startedAt === state.startedAt;
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Whether `pid` is a living PostgreSQL server over `cluster` and not a stranger that was given the same number. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return isInProcessTable(pid);
  const state = readState(pid);
  if (!state || state.isZombie || state.name !== 'postgres') return false;
  const directory = workingDirectory(pid);
  return directory === null || directory === realpathSync(cluster);
}
