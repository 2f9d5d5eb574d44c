import { setTimeout as pause } from 'node:timers/promises';

import { type ContenderName, type LiveGround, type Measured, openAt, quantile, spread } from './contest.js';
import type { ReaderGroup, Received } from './question.js';
import { changeMatters } from './write-changes.js';

const sockets = 1_000;
const wholeCity = 20;
const contenders: readonly ContenderName[] = ['bare ws', 'allgrid'];
const longestMs = 1_000;
const rates = [25, 50, 75, 100, 125, 150, 200, 300];

/** From commit to client at 200 changes a second: a thousand sockets, each on one township but for 20 on the whole city. */
export async function latency(ground: LiveGround): Promise<Measured> {
  const places = Array.from({ length: sockets - wholeCity }, (_, nth) => ground.townships[nth % ground.townships.length]!);
  const wishes = [...Array.from({ length: wholeCity }, () => null), ...places.map((within) => ({ division: { within } }))];
  const groups = spread(
    ground,
    wishes.map((where) => ({ where })),
  );
  const rows = [];
  for (const name of contenders) rows.push(rowOf(name, await readAt(ground, name, { groups, rate: 200, seconds: 15 })));
  return { headings, rows };
}

/** The highest rate of changes that a thousand equal sockets see within a second, 99 of 100 times. */
export async function highestRate(ground: LiveGround): Promise<Measured> {
  const groups = spread(
    ground,
    Array.from({ length: sockets }, () => ({ where: null })),
  );
  const rows = [];
  for (const name of contenders) {
    for (const rate of rates) {
      const received = await readAt(ground, name, { groups, rate, seconds: 6 });
      rows.push(rowOf(`${name}, ${rate}/s`, received));
      if (quantile(received.latencies, 0.99) > longestMs) break;
    }
  }
  return { headings, rows };
}

const headings = ['', 'p50 ms', 'p99 ms', 'longest ms', 'deliveries'];

function rowOf(name: string, { latencies, deliveries }: Received): Measured['rows'][number] {
  return [name, quantile(latencies, 0.5), quantile(latencies, 0.99), quantile(latencies, 1), deliveries];
}

interface Reading {
  readonly groups: readonly ReaderGroup[];
  readonly rate: number;
  readonly seconds: number;
}

async function readAt(ground: LiveGround, name: ContenderName, { groups, rate, seconds }: Reading): Promise<Received> {
  const readers = await openAt(ground, name, groups);
  try {
    await changeMatters({ ...ground, rate, seconds: 2 });
    await pause(1_000);
    await readers.forget();
    await changeMatters({ ...ground, rate, seconds });
    await pause(3_000);
    return await readers.report();
  } finally {
    await readers.close();
  }
}
