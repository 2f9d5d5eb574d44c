import { readFileSync } from 'node:fs';

const ticksASecond = 100;

/** Seconds of processor that a process has used so far, all its threads together (Linux, /proc). */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
}
