import { setTimeout as pause } from 'node:timers/promises';

const longestMs = 20_000;

/** Waits until `holds` says so; fails after 20 s naming what was waited for. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + longestMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${longestMs} ms in vain: ${what}.`);
    await pause(10);
  }
}
