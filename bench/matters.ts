import { isDeepStrictEqual } from 'node:util';

import type { Client } from 'pg';

import { onIndex } from './city/bench-city.js';
import { openKeptServer } from './matters/kept-index.js';
import { type Question, questionsOn } from './matters/questions.js';
import { median } from './measure/median.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';

// Lists, the due board and the funnel at growing numbers of matters, each beside the same question written by hand. See bench/README.md.
const counts = [100_000, 1_000_000, ...(process.argv.includes('--large') ? [10_000_000] : [])];
const rounds = 60;

interface Timed {
  readonly name: string;
  readonly matters: number;
  /** Medians, milliseconds. */
  readonly ours: number;
  readonly byHand: number;
  readonly most: number;
}

async function main(): Promise<void> {
  const before = machine();
  const server = await openKeptServer();
  try {
    const timed: Timed[] = [];
    let told: object = {};
    for (const count of counts)
      await onIndex(await server.index(count), async (client) => {
        told = await versions(client);
        timed.push(...(await timedOn(client, count)));
      });
    report(timed, { versions: told, before });
  } finally {
    await server.stop();
  }
}

async function timedOn(client: Client, matters: number): Promise<readonly Timed[]> {
  const timed: Timed[] = [];
  for (const question of await questionsOn(client)) {
    const [ours, byHand] = [await question.ours(), await question.byHand()];
    if (!isDeepStrictEqual(ours, byHand)) throw new Error(`${question.name}: ${ours.join()} is not ${byHand.join()}.`);
    timed.push({ name: question.name, matters, most: question.most, ...(await timesOf(question)) });
  }
  return timed;
}

/** Both ways in turn, so that a busy moment falls on both. */
async function timesOf(question: Question): Promise<Pick<Timed, 'ours' | 'byHand'>> {
  const times: Record<'ours' | 'byHand', number[]> = { ours: [], byHand: [] };
  for (let round = 0; round < rounds; round++)
    for (const who of ['ours', 'byHand'] as const) {
      const began = performance.now();
      await question[who]();
      times[who].push(performance.now() - began);
    }
  return { ours: median(times.ours), byHand: median(times.byHand) };
}

function report(timed: readonly Timed[], circumstances: object): void {
  const rows = timed.map((row) => {
    const smallest = timed.find(({ name, matters }) => name === row.name && matters === counts[0])!;
    return { ...row, toSmallest: row.ours / smallest.ours, toPeer: row.ours / row.byHand };
  });
  printTable(
    ['question', 'matters', 'ours ms', 'by hand ms', 'to by hand', `to ${counts[0]}`, 'aim'],
    rows.map((row) => [
      ...[row.name, row.matters, row.ours.toFixed(2), row.byHand.toFixed(2), `${row.toPeer.toFixed(2)}x`],
      ...[`${row.toSmallest.toFixed(2)}x`, `${row.most}x`],
    ]),
  );
  writeResults('matters', { measuredAt: new Date().toISOString(), rows, ...circumstances, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
