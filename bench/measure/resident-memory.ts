import { execFileSync } from 'node:child_process';

/** Resident memory of a process, bytes; without that of PostgreSQL, whose processes are its own. */
export function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}
