import { balancedSites, nearestSite } from '../../../scripts/sample-city/plane/balanced-sites.js';
import { ringArea, shapeArea } from '../../../scripts/sample-city/plane/measure.js';
import { onGrain, type Place } from '../../../scripts/sample-city/plane/plane.js';
import { powerCells } from '../../../scripts/sample-city/plane/power-cells.js';
import { withSharedVertices } from '../../../scripts/sample-city/plane/shared-vertices.js';
import { seededRandom } from '../../../scripts/sample-city/seeded-random.js';
import { shareOut } from '../../../scripts/sample-city/share-out.js';

describe('the plane of the sample city', () => {
  it('is covered by the cells of a power diagram, and a heavier site gets more ground', () => {
    const place = (x: number): Place => [x, 50];
    const cells = powerCells(
      [
        { place: place(25), weight: 0 },
        { place: place(75), weight: 1_000 },
      ],
      [0, 0, 100, 100],
    );
    const [light, heavy] = cells.map(ringArea) as [number, number];
    // The wall moves by 1,000 / (2 × 50) = 10 m.
    expect([light, heavy].map(Math.round)).toEqual([4_000, 6_000]);
  });

  it('is shared out as asked: balanced sites hold their shares within a tenth', () => {
    const random = seededRandom('test');
    const samples = Array.from({ length: 4_000 }, () => ({
      place: [random.between(0, 1_000), random.between(0, 1_000)] as Place,
      mass: 1,
    }));
    const shares = [1, 2, 3, 4];
    const starts = shares.map((): Place => [random.between(0, 1_000), random.between(0, 1_000)]);
    const sites = balancedSites({ starts, shares, samples, areaM2: 1e6, rounds: 80 });
    const held = shares.map((_, i) => samples.filter(({ place }) => nearestSite(sites, place) === i).length);
    held.forEach((count, i) => expect(Math.abs(count / (400 * shares[i]!) - 1)).toBeLessThan(0.1));
  });

  it('keeps neighbours together: a wall gets the corner that stands on it', () => {
    const corner = onGrain([50.04, 33.3]);
    const left = [[[onGrain([0, 0]), onGrain([50, 0]), onGrain([50.12, 100]), onGrain([0, 100])]]];
    const right = [[[onGrain([50, 0]), onGrain([100, 0]), onGrain([100, 33]), corner]]];
    const [joined] = withSharedVertices([left, right]);
    expect(joined![0]![0]!.length).toBe(5);
    expect(joined![0]![0]!).toContainEqual(corner);
    expect(shapeArea(joined!)).toBeGreaterThan(0);
  });

  it('shares whole pieces out without losing one', () => {
    const shares = shareOut({ total: 785, masses: [3, 1, 0, 96, 7], least: 2 });
    expect(shares.reduce((sum, one) => sum + one, 0)).toBe(785);
    expect(Math.min(...shares)).toBe(2);
  });

  it('is drawn from streams that depend on their name alone', () => {
    const first = (name: string): number => seededRandom(name).next();
    expect(first('a')).toBe(first('a'));
    expect(first('a')).not.toBe(first('b'));
  });
});
