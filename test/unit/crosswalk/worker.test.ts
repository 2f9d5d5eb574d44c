import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { serialize } from 'node:v8';

import { type Options, transformFileSync } from '@swc/core';

import type { CrosswalkProgress } from '../../../src/features/crosswalk/compute/compute-links.js';
import { computeLinks } from '../../../src/features/crosswalk/compute/compute-links.js';
import { openOverlayEngine } from '../../../src/features/crosswalk/geos/open-overlay-engine.js';
import { aCity, aLayer, aUnit } from '../../support/crosswalk/a-city.js';
import { jitteredTiles, polygon } from '../../support/geometry/shapes.js';

// Tests run from the sources, where no compiled worker lies beside: this one compiles what the worker needs, as the build
// does, and starts it in a plain Node process, which takes the thread.
const root = join(__dirname, '../../..');
const parts = ['src/kernel', 'src/geometry', 'src/features/crosswalk'];
const swcOptions = createRequire(__filename)(join(root, 'scripts/jest/swc-options.cjs')) as Options;
let compiled: string;

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  compiled = mkdtempSync(join(root, '.cache/worker-'));
  writeFileSync(join(compiled, 'package.json'), '{"type":"commonjs"}');
  for (const folder of parts)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) compile(join(root, folder, file));
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

function compile(file: string): void {
  const target = join(compiled, relative(root, file)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, transformFileSync(file, swcOptions).code);
}

/** Runs `code` with `computeCrosswalk` and `input` at hand and answers what it prints, as JSON. */
function inPlainNode(code: string, input: unknown): unknown {
  const script = `const { computeCrosswalk } = require('./src/features/crosswalk/worker/compute-crosswalk.js');
    const { deserialize } = require('node:v8');
    const input = deserialize(require('node:fs').readFileSync(0));
    (async () => { ${code} })().then((answer) => console.log(JSON.stringify(answer)));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: compiled, input: serialize(input), encoding: 'utf8' }));
}

const tiles = (key: string, shifts: readonly number[]): ReturnType<typeof aLayer> =>
  aLayer(
    key,
    jitteredTiles(3, shifts).map((tile, index) =>
      aUnit(String(index), { metres: { ...tile, coordinates: tile.coordinates.map((n) => n * 40) } }),
    ),
  );

describe('the crosswalk’s own thread', () => {
  test('answers what the calling thread would have computed, tells progress, and ends', async () => {
    const city = aCity([tiles('x/a', [1, -2, 3]), tiles('y/b', [2, 4, -1])]);
    const progress: CrosswalkProgress[] = [];
    const engine = await openOverlayEngine();
    const here = computeLinks(city, engine, (one) => progress.push(one));
    engine.dispose();
    const there = inPlainNode(
      `const progress = [];
       const { links, coverage } = await computeCrosswalk(input, { onProgress: (one) => progress.push(one) });
       return { links, coverage, progress };`,
      city,
    );
    expect(there).toEqual({ links: here.links, coverage: here.coverage, progress });
  });

  test('answers the same from several threads as from one, in the same order', () => {
    const disc = (key: string, at: number): ReturnType<typeof aUnit> => {
      const corners = Array.from({ length: 6000 }, (_, corner): [number, number] => {
        const angle = ((corner % 5999) / 5999) * 2 * Math.PI;
        return [at + 500 * Math.cos(angle), 500 * Math.sin(angle)];
      });
      return aUnit(`${key}${at}`, { metres: polygon(corners) });
    };
    const layers = ['x/a', 'y/b', 'z/c'].map((key, nth) =>
      aLayer(
        key,
        [0, 1200, 2400].map((at) => disc(key, at + nth * 170)),
      ),
    );
    const answer = inPlainNode(
      `const { shareWork } = require('./src/features/crosswalk/worker/share-work.js');
       const progress = [];
       const several = await computeCrosswalk(input, { threads: 3, onProgress: ({ done }) => progress.push(done) });
       const one = await computeCrosswalk(input, { threads: 1 });
       const { isDeepStrictEqual } = require('node:util');
       return { shares: shareWork(input, 3).length, progress, links: one.links.length, same: isDeepStrictEqual(one, several) };`,
      aCity(layers),
    );
    expect(answer).toEqual({ shares: 3, progress: [1, 2, 3], links: 11, same: true });
  });

  test('brings an error back with its code and its reason', () => {
    const broken = { ...aCity([tiles('x/a', [1]), tiles('y/b', [2])]), buildings: null };
    const answer = inPlainNode(
      `return computeCrosswalk(input).then(() => 'no error', ({ code, fault, cause }) => ({ code, fault, cause }));`,
      broken,
    );
    expect(answer).toEqual({ code: 'INTERNAL', fault: 'ours', cause: expect.stringContaining('TypeError') as string });
  });
});
