import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FlagshipGrid } from '../city/flagship-query.js';
import { type Load, putUnderLoad, type Spell } from '../load/put-under-load.js';
import type { Contender } from '../peers/contender.js';
import type { Peer } from '../peers/start-peer.js';
import { type Figures, figuresOf } from './figures.js';
import { insistOnSame } from './same-answer.js';

/** A contender whose server runs and has given the right answer once. */
export interface Starter {
  readonly contender: Contender;
  readonly peer: Peer;
  readonly bodyFile: string;
  readonly answerBytes: number;
}

/** How often and how long each is asked. */
export interface Schedule {
  readonly load: Load;
  readonly warmUpSeconds: number;
  readonly rounds: number;
}

/** One answer of a running contender, as bytes and as grids. */
export async function askOnce(
  contender: Contender,
  peer: Peer,
): Promise<{ readonly text: string; readonly grids: readonly FlagshipGrid[] }> {
  const response = await fetch(peer.url, {
    method: 'POST',
    headers: { ...contender.headers, 'content-type': 'application/json' },
    body: contender.body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${contender.name} answered ${response.status}: ${text.slice(0, 600)}`);
  return { text, grids: contender.gridsOf(JSON.parse(text)) };
}

/** Makes a running contender ready for the rounds; throws when its answer is not the expected one. */
export async function admit(
  contender: Contender,
  peer: Peer,
  entry: { readonly expected: readonly FlagshipGrid[]; readonly folder: string },
): Promise<Starter> {
  const { text, grids } = await askOnce(contender, peer);
  insistOnSame(contender.name, grids, entry.expected);
  const bodyFile = join(entry.folder, `${contender.name.replaceAll(/\W/g, '-')}.json`);
  writeFileSync(bodyFile, contender.body);
  return { contender, peer, bodyFile, answerBytes: Buffer.byteLength(text) };
}

/** Warms every contender up and then asks them in turn, round after round, so that a busy minute of the machine falls on all of them. */
export async function runRounds(starters: readonly Starter[], { load, warmUpSeconds, rounds }: Schedule): Promise<readonly Figures[]> {
  const spells = new Map<Starter, Spell[]>(starters.map((starter) => [starter, []]));
  const asked = ({ peer, bodyFile, contender }: Starter, given: Load): Promise<Spell> =>
    putUnderLoad(peer.url, bodyFile, { ...given, headers: contender.headers ?? {} });
  for (const starter of starters) await asked(starter, { ...load, seconds: warmUpSeconds });
  for (let round = 0; round < rounds; round++) {
    for (const [starter, found] of spells) found.push(await asked(starter, load));
  }
  return [...spells].map(([{ contender, answerBytes }, found]) => figuresOf(contender.name, answerBytes, found));
}
