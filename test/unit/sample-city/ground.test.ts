import { readCountyOutlines } from '../../../scripts/sample-city/ground/county-outlines.js';
import { isInside } from '../../../scripts/sample-city/plane/inside.js';
import { shapeArea } from '../../../scripts/sample-city/plane/measure.js';
import { type Shape, toPlace } from '../../../scripts/sample-city/plane/plane.js';
import { openShapeAlgebra, type ShapeAlgebra } from '../../../scripts/sample-city/plane/shape-algebra.js';
import { boxesMeet, groundOf, type GroundOfUnit } from '../../support/sample-city/ground.js';
import { packManifest, packRows, sourceFolder } from '../../support/sample-city/sample-pack.js';

const manifest = packManifest();
const drawn = [manifest.allElements, ...manifest.offices.flatMap(({ layers }) => layers)].filter(
  ({ boundaries }) => boundaries !== undefined,
);

let algebra: ShapeAlgebra;
let counties: ReadonlyMap<string, Shape>;
beforeAll(async () => {
  algebra = await openShapeAlgebra();
  counties = readCountyOutlines(sourceFolder, algebra);
});

const areaOf = (units: readonly GroundOfUnit[]): number => units.reduce((sum, { shape }) => sum + shapeArea(shape), 0);

/** Share of units of one layer that lie in two or more units of the other, by at least a hundredth of themselves each. */
function crossingShare(layer: string, other: string): number {
  const others = groundOf(other);
  const units = groundOf(layer);
  const crossing = units.filter(({ shape, box }) => {
    const parts = others.filter((one) => boxesMeet(box, one.box)).map((one) => shapeArea(algebra.intersection(shape, one.shape)));
    return parts.filter((areaM2) => areaM2 > 0.01 * shapeArea(shape)).length > 1;
  });
  return crossing.length / units.length;
}

jest.setTimeout(300_000);

describe('the ground of the sample city', () => {
  it.each(drawn.map(({ key }) => key))('has rings as OGC asks in %s', (key) => {
    expect(
      groundOf(key)
        .filter(({ shape }) => !algebra.isValid(shape))
        .map(({ localId }) => localId),
    ).toEqual([]);
  });

  it('is covered by no two all-elements grids: their areas sum to the area of their union', () => {
    const grids = groundOf('city/all-elements');
    const overlapM2 = areaOf(grids) - shapeArea(algebra.union(grids.map(({ shape }) => shape)));
    expect(Math.abs(overlapM2)).toBeLessThan(areaOf(grids) * 1e-6);
  });

  it.each(['political-legal/basic', 'civil-affairs/community', 'urban-management/unit', 'petition/area'])(
    'is covered once by %s, but for a millionth part',
    (key) => {
      const units = groundOf(key);
      const overlapM2 = areaOf(units) - shapeArea(algebra.union(units.map(({ shape }) => shape)));
      expect(overlapM2).toBeLessThan(areaOf(units) * 1e-6);
    },
  );

  it('is divided by each office in its own way: at least so many in a hundred units cross a line of the other layer', () => {
    const wanted: readonly (readonly [layer: string, other: string, share: number])[] = [
      ['city/all-elements', 'party-building/branch', 0.9],
      ['city/all-elements', 'political-legal/basic', 0.9],
      ['city/all-elements', 'civil-affairs/community', 0.3],
      ['party-building/branch', 'political-legal/basic', 0.9],
      ['urban-management/unit', 'city/all-elements', 0.3],
      ['urban-management/unit', 'political-legal/basic', 0.3],
      ['housing/estate', 'urban-management/unit', 0.9],
      ['housing/estate', 'city/all-elements', 0.2],
    ];
    const measured = wanted.map(([layer, other, share]) => ({
      pair: `${layer} over ${other}`,
      share,
      crossing: crossingShare(layer, other),
    }));
    expect(measured.filter(({ share, crossing }) => crossing < share)).toEqual([]);
  });

  it('has unit grids of about 10,000 m² and urban communities that are compact', () => {
    const areas = groundOf('urban-management/unit')
      .map(({ shape }) => shapeArea(shape))
      .sort((a, b) => a - b);
    expect(areas[0]!).toBeGreaterThan(5_000);
    expect(areas.at(-1)!).toBeLessThan(15_000);
    const urban = new Set(packRows('city/all-elements.csv.gz').map(({ division }) => division));
    const codes = new Map(packRows('civil-affairs/community.csv.gz').map((row) => [row['local_id'], row['community_code']]));
    const communities = groundOf('civil-affairs/community').filter(({ localId }) => urban.has(codes.get(localId)));
    const fitting = communities.filter(({ shape }) => shapeArea(shape) > 0.25e6 && shapeArea(shape) < 3e6);
    expect(fitting.length / communities.length).toBeGreaterThan(0.9);
  });

  it('nests all-elements grids in communities: those of one community lie together, in one piece but for exclaves', () => {
    const byCommunity = new Map<string, Shape[]>();
    for (const { localId, shape } of groundOf('city/all-elements')) {
      byCommunity.set(localId.slice(0, 12), [...(byCommunity.get(localId.slice(0, 12)) ?? []), shape]);
    }
    const scattered = [...byCommunity].filter(([, shapes]) => algebra.union(shapes).length > 2).map(([code]) => code);
    expect(scattered).toEqual([]);
  });

  it('holds every point of the pack in the county that its row tells', () => {
    const organisations = new Map(packRows('organisations.csv').map((row) => [row['code']!, row['division']!.slice(0, 6)]));
    const countyOf = (row: Readonly<Record<string, string>>): string => (row['division'] || organisations.get(row['keeper']!)!).slice(0, 6);
    const files = [
      'organisations.csv',
      ...manifest.offices.flatMap(({ elements, matters }) => [...elements, ...matters].map(({ path }) => path)),
    ];
    const points = files.flatMap((path) =>
      packRows(path)
        .filter(({ longitude }) => longitude !== '')
        .map((row) => ({ path, row })),
    );
    const astray = points.filter(({ row }) => {
      const county = countyOf(row) === '360200' ? '360203' : countyOf(row);
      return !isInside(counties.get(county)!, toPlace([Number(row['longitude']), Number(row['latitude'])]));
    });
    expect(points.length).toBeGreaterThan(50_000);
    expect(astray.map(({ path, row }) => `${path} ${row['local_id'] ?? row['source_id'] ?? row['code']}`)).toEqual([]);
  });

  it('leaves villages without all-elements grids', () => {
    const merged = new Set(groundOf('city/all-elements').map(({ localId }) => localId.slice(0, 12)));
    const uncovered = packRows('civil-affairs/community.csv.gz').filter((row) => !merged.has(row['community_code']!));
    expect(uncovered.length).toBe(529);
  });
});
