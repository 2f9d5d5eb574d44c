import { join, resolve } from 'node:path';

import { mainFile } from '../city/bench-city.js';
import { type FlagshipAnswer, type FlagshipGrid, flagshipQuery } from '../city/flagship-query.js';
import type { Contender } from './contender.js';
import { node22 } from './node-22.js';
import { postgraphileGrids, postgraphileQuery } from './postgraphile-query.js';
import { startPeer } from './start-peer.js';

/** What every contender is given. */
export interface Contest {
  readonly indexUrl: string;
  readonly township: string;
  /** A file with the platform's own answer, for the ceiling. */
  readonly answerFile: string;
}

const ready = /^ready (\S+)/;
const gridsOfAnswer = (answer: unknown): readonly FlagshipGrid[] => (answer as FlagshipAnswer).data.allElementsGrids.nodes;
/** The sources' folder, where the peers' packages lie; this file runs in dist/bench/peers/. */
const benchFolder = resolve(__dirname, '..', '..', '..', 'bench');

/** The platform as `npm start` runs it. */
export function ours({ indexUrl, township }: Omit<Contest, 'answerFile'>, environment: Readonly<Record<string, string>> = {}): Contender {
  return {
    name: 'allgrid',
    start: () =>
      startPeer({
        program: process.execPath,
        args: [mainFile, 'serve'],
        // Its peers count nobody's requests either.
        environment: { DATABASE_URL: indexUrl, PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'development', RATE_LIMITS: '0', ...environment },
        ready: /GraphQL\s+(http\S+)/,
      }),
    body: JSON.stringify({ query: flagshipQuery, variables: { township } }),
    gridsOf: gridsOfAnswer,
  };
}

/** Those that the platform is measured against. */
export function peers({ indexUrl, township, answerFile }: Contest): readonly Contender[] {
  const script = (name: string, ...args: readonly string[]): Contender['start'] => {
    return () =>
      startPeer({ program: process.execPath, args: [join(__dirname, name), ...args], environment: { NODE_ENV: 'production' }, ready });
  };
  return [
    { name: 'ceiling (JSON.stringify)', start: script('ceiling.js', answerFile), body: '{}', gridsOf: gridsOfAnswer },
    { name: 'hand-written SQL', start: script('hand-written.js', indexUrl, township), body: '{}', gridsOf: gridsOfAnswer },
    {
      name: 'PostGraphile 5',
      start: () =>
        startPeer({
          program: node22(benchFolder),
          args: [join(benchFolder, 'peers', 'postgraphile.cjs'), indexUrl],
          environment: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
          ready,
        }),
      body: JSON.stringify({ query: postgraphileQuery, variables: { township } }),
      gridsOf: postgraphileGrids,
    },
  ];
}
