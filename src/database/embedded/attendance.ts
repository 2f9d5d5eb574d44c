import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isAlive, markOf, type ProcessMark } from './process-life.js';

/** The note that this process uses the server; whoever removes the last living one stops it. */
export interface Attendance {
  readonly file: string;
}

/** Notes in `folder` that the present process uses the server. */
export async function attend(folder: string): Promise<Attendance> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${process.pid}.${randomUUID()}`);
  await writeFile(file, JSON.stringify(markOf(process.pid)));
  return { file };
}

async function isOfLiving(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null);
  // An empty note was being written when its process was killed.
  return text !== null && text !== '' && isAlive(JSON.parse(text) as ProcessMark);
}

/** Takes the note back and clears those of the dead; returns how many living users remain. */
export async function leave(folder: string, attendance: Attendance): Promise<number> {
  await rm(attendance.file, { force: true });
  let living = 0;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (await isOfLiving(file)) living += 1;
    else await rm(file, { force: true });
  }
  return living;
}
