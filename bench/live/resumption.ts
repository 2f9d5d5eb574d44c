import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { onIndex } from '../city/bench-city.js';
import { type LiveGround, type Measured, openAt, spread } from './contest.js';
import { wishOf } from './wishes.js';
import { changeAtOnce, changeMatters } from './write-changes.js';

/** How long who was away takes to have everything, of one reader and of a thousand at once. */
export async function resumption(ground: LiveGround): Promise<Measured> {
  return {
    headings: ['', 'missed', 'ms'],
    rows: [
      ['one reader', 10_000, await resume(ground, 1, 10_000)],
      ['a thousand at once, the same subscription', 500, await resume(ground, 1_000, 500)],
      ['a thousand at once, all different', 100, await resume(ground, 1_000, 100, true)],
    ],
  };
}

async function resume(ground: LiveGround, sockets: number, missed: number, areDifferent = false): Promise<number> {
  const wishes = Array.from({ length: sockets }, (_, nth) => ({ where: areDifferent ? wishOf(nth) : null }));
  const readers = await openAt(ground, 'allgrid', spread(ground, wishes));
  try {
    await changeMatters({ ...ground, rate: 5, seconds: 1 });
    await pause(2_000);
    await readers.cut();
    await changeAtOnce({ ...ground, count: missed });
    await pause(2_000);
    return Math.round(await readers.resume(await lastPosition(ground)));
  } finally {
    await readers.close();
  }
}

async function lastPosition({ indexUrl }: LiveGround): Promise<number> {
  return onIndex(indexUrl, async (client) =>
    Number((await client.query<{ last: string }>('select last_position as last from event_stream')).rows[0]!.last),
  );
}

/** Resident memory of the server for each of a thousand sockets that wait. */
export async function memoryOfIdle(ground: LiveGround): Promise<Measured> {
  const rows = [];
  for (const name of ['plain graphql-ws', 'allgrid'] as const) {
    const { pid } = ground.servers[name];
    for (const [kind, where] of [
      ['equal', () => null],
      ['different', wishOf],
    ] as const) {
      const before = residentKb(pid);
      const readers = await openAt(
        ground,
        name,
        spread(
          ground,
          Array.from({ length: 1_000 }, (_, nth) => ({ where: where(nth) })),
        ),
      );
      await pause(3_000);
      rows.push([`${name}, ${kind}`, ((residentKb(pid) - before) / 1_000).toFixed(1)]);
      await readers.close();
      await pause(1_000);
    }
  }
  return { headings: ['', 'kB a socket with one subscription'], rows };
}

function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}
