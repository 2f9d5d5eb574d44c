import { setTimeout as pause } from 'node:timers/promises';

import { type ContenderName, type LiveGround, type Measured, openAt, spread } from './contest.js';
import { processorSeconds } from './processor-time.js';
import type { ReaderGroup } from './question.js';
import { wishOf } from './wishes.js';
import { changeMatters } from './write-changes.js';

const sockets = 1_000;
const [rate, seconds, rounds] = [20, 5, 3];

/** Processor time of the server a delivery, microseconds, to a thousand sockets that ask for the same. */
export function costOfDelivery(ground: LiveGround): Promise<Measured> {
  const groups = spread(
    ground,
    Array.from({ length: sockets }, () => ({ where: null })),
  );
  return contest(ground, ['bare ws', 'plain graphql-ws', 'allgrid'], groups);
}

/** The same to a thousand sockets whose subscriptions all differ. */
export function costOfDifferent(ground: LiveGround): Promise<Measured> {
  const groups = spread(
    ground,
    Array.from({ length: sockets }, (_, variant) => ({ where: wishOf(variant) })),
  );
  return contest(ground, ['plain graphql-ws', 'allgrid'], groups);
}

/** In turn, round after round; the median round of each counts. */
async function contest(ground: LiveGround, names: readonly ContenderName[], groups: readonly ReaderGroup[]): Promise<Measured> {
  const found = new Map<ContenderName, { readonly cost: number; readonly deliveries: number; readonly bytes: number }[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) found.set(name, [...(found.get(name) ?? []), await once(ground, name, groups)]);
  }
  const rows = names.map((name) => [name, found.get(name)!.toSorted((a, b) => a.cost - b.cost)[Math.floor(rounds / 2)]!] as const);
  const first = rows[0]![1].cost;
  return {
    headings: ['', 'µs a delivery', `of ${names[0]}`, 'deliveries', 'bytes'],
    rows: rows.map(([name, { cost, deliveries, bytes }]) => [name, cost.toFixed(1), (cost / first).toFixed(2), deliveries, bytes]),
  };
}

async function once(
  ground: LiveGround,
  name: ContenderName,
  groups: readonly ReaderGroup[],
): Promise<{ cost: number; deliveries: number; bytes: number }> {
  const readers = await openAt(ground, name, groups);
  try {
    await changeMatters({ ...ground, rate, seconds: 1 });
    await pause(1_000);
    await readers.forget();
    const { pid } = ground.servers[name];
    const before = processorSeconds(pid);
    await changeMatters({ ...ground, rate, seconds });
    await pause(1_000);
    const used = processorSeconds(pid) - before;
    const { deliveries, bytes } = await readers.report();
    if (deliveries !== rate * seconds * groups.length)
      console.log(`${name}: ${deliveries} deliveries of ${rate * seconds * groups.length}`);
    return { cost: (used / deliveries) * 1e6, deliveries, bytes };
  } finally {
    await readers.close();
  }
}
