import { isDeepStrictEqual } from 'node:util';

import { Client } from 'pg';

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
const warmUps = 10;

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
  const cities: City[] = [];
  try {
    for (const matters of counts) {
      const client = new Client({ connectionString: await server.index(matters) });
      await client.connect();
      cities.push({ matters, client, questions: await questionsOn(client) });
    }
    const timed: Timed[] = [];
    for (const place of cities[0]!.questions.keys()) timed.push(...(await timedAtOnce(cities, place)));
    report(timed, { versions: await versions(cities[0]!.client), before });
  } finally {
    for (const { client } of cities) await client.end();
    await server.stop();
  }
}

/** Generated matters and what is asked of them. */
interface City {
  readonly matters: number;
  readonly client: Client;
  readonly questions: readonly Question[];
}

const ways = ['ours', 'byHand'] as const;

/** One question in all cities and both ways in turn, so that a busy moment falls on all of them. */
async function timedAtOnce(cities: readonly City[], place: number): Promise<readonly Timed[]> {
  const runs = cities.map(({ matters, questions }) => ({ matters, question: questions[place]!, times: noTimes() }));
  for (const { question } of runs) await insistOnSame(question);
  for (let round = -warmUps; round < rounds; round++)
    for (const { question, times } of runs)
      for (const way of ways) {
        const began = performance.now();
        await question[way]();
        if (round >= 0) times[way].push(performance.now() - began);
      }
  return runs.map(({ matters, question: { name, most }, times }) => {
    return { name, most, matters, ours: median(times.ours), byHand: median(times.byHand) };
  });
}

const noTimes = (): Readonly<Record<(typeof ways)[number], number[]>> => ({ ours: [], byHand: [] });

async function insistOnSame({ name, ours, byHand }: Question): Promise<void> {
  const [answered, expected] = [await ours(), await byHand()];
  if (!isDeepStrictEqual(answered, expected)) throw new Error(`${name}: ${answered.join()} is not ${expected.join()}.`);
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
