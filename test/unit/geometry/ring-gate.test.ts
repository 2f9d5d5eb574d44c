import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { gateRings } from '../../../src/geometry/ring-gate.js';
import { ringsToNested } from '../../../src/geometry/rings.js';

// One file a bug. `REGEN=1` rewrites the expected verdicts; read them before keeping them.
const folder = join(__dirname, '../../fixtures/geometry');
const bugs = readdirSync(join(folder, 'in')).map((file) => file.replace('.geojson', ''));

function verdictOn(bug: string): unknown {
  const verdict = gateRings(JSON.parse(readFileSync(join(folder, 'in', `${bug}.geojson`), 'utf8')));
  return verdict.verdict === 'refused' ? verdict : { ...verdict, rings: ringsToNested(verdict.rings) };
}

describe('the ring gate', () => {
  test.each(bugs)('gives its verdict on %s', (bug) => {
    const verdict = verdictOn(bug);
    const expected = join(folder, 'out', `${bug}.json`);
    if (process.env['REGEN']) writeFileSync(expected, `${JSON.stringify(verdict, null, 1)}\n`);
    expect(verdict).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test('says that the columns may be swapped when the point would lie in the city the other way round', () => {
    const swapped = {
      type: 'Polygon',
      coordinates: [
        [
          [29.3, 117.2],
          [29.31, 117.2],
          [29.31, 117.21],
          [29.3, 117.2],
        ],
      ],
    };
    const verdict = gateRings(swapped, { bounds: { minX: 116.9, minY: 28.7, maxX: 117.8, maxY: 29.9 } });
    expect(verdict).toEqual({
      verdict: 'refused',
      reason: 'OUT_OF_BOUNDS',
      path: { part: 0, ring: 0, vertex: 0 },
      received: '[29.3, 117.2] (columns swapped?)',
    });
  });

  test('refuses a geometry with more points than it may have, before reading any', () => {
    const long = { type: 'Polygon', coordinates: [Array.from({ length: 11 }, () => 'not a position')] };
    expect(gateRings(long, { maxVertices: 10 })).toMatchObject({ verdict: 'refused', reason: 'TOO_MANY_VERTICES' });
  });

  test('refuses a comb of lines made to keep it busy instead of comparing each with each', () => {
    const teeth = Array.from({ length: 20_000 }, (_, tooth) => [tooth * 1e-5 + (tooth % 2) * 60, (tooth % 2) * 60]);
    const comb = { type: 'Polygon', coordinates: [[...teeth, [1, -1], [0, -1], [0, 0]]] };
    expect(gateRings(comb)).toMatchObject({ verdict: 'refused', reason: 'TOO_TANGLED' });
  });

  test('keeps a shore of a hundred thousand points', () => {
    const shore = Array.from({ length: 100_000 }, (_, step) => {
      const angle = (step / 100_000) * 2 * Math.PI;
      const radius = 0.1 + 1e-5 * Math.sin(step * 1.7);
      return [117 + radius * Math.cos(angle), 29 + radius * Math.sin(angle)];
    });
    const verdict = gateRings({ type: 'Polygon', coordinates: [[...shore, shore[0]]] });
    expect(verdict.verdict).toBe('accepted');
  });
});
