import { documentLimits } from '../../src/gateway/limits/limit-table.js';
import type { TestPlatform } from '../support/platform.js';
import { aNewYork, describeNewYork, longestLoading } from './new-york/a-new-york.js';
import { ask, inPieces } from './new-york/ask.js';
import { type AgencyLayer, agencyLayers } from './new-york/layers.js';
import { propertiesOf, rowsOf } from './new-york/new-york.js';

interface Unit {
  readonly __typename: string;
  readonly id: string;
  readonly localId: string;
  readonly areaM2: number;
  readonly shapeArea: number;
}

interface Resolution {
  readonly department: string;
  readonly localId: string;
  readonly status: string;
  readonly links: readonly {
    readonly weight: number;
    readonly grid: { readonly localId?: string; readonly layer: { readonly key: string } };
  }[];
  readonly coverage: readonly (Record<'linked' | 'omitted' | 'uncovered' | 'doubleCover', number> & {
    readonly layer: { readonly key: string };
  })[];
}

const squareFootM2 = (1200 / 3937) ** 2;
const tracts = 'city/all-elements';

describeNewYork('New York, whose agencies joined as offices', () => {
  let city: TestPlatform;

  beforeAll(async () => {
    city = await aNewYork();
  }, longestLoading);
  afterAll(() => city?.stop());

  async function unitsOf({ department, gridType }: AgencyLayer): Promise<readonly Unit[]> {
    const query = `{ departmentGrids(department: ${department}, first: 100) { nodes { __typename id localId areaM2 ... on ${gridType} { shapeArea } } } }`;
    return (await ask<{ departmentGrids: { nodes: Unit[] } }>(city.url, query)).departmentGrids.nodes;
  }

  async function resolved(ids: readonly { readonly department: string; readonly localId: string }[]): Promise<readonly Resolution[]> {
    const query = `query ($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids) {
      department localId status
      links { weight grid { layer { key } ... on DepartmentGrid { localId } } }
      coverage { layer { key } linked omitted uncovered doubleCover } } }`;
    return (await ask<{ resolveIds: Resolution[] }>(city.url, query, { ids })).resolveIds;
  }

  async function everyUnitResolved(): Promise<readonly Resolution[]> {
    const ids = await Promise.all(
      agencyLayers.map(async (layer) => (await unitsOf(layer)).map(({ localId }) => ({ department: layer.department, localId }))),
    );
    return resolved(ids.flat());
  }

  const weightIn = (answer: Resolution, layerKey: string, localId: string): number =>
    answer.links.find(({ grid }) => grid.layer.key === layerKey && grid.localId === localId)?.weight ?? 0;

  test('has its own agencies in the schema, and nothing of another city’s', async () => {
    const answer = await ask<{
      Department: { enumValues: { name: string }[] };
      DepartmentGrid: { possibleTypes: { name: string }[] };
      city: object;
    }>(
      city.url,
      '{ city { code nameEn timeZone noticeEn } Department: __type(name: "Department") { enumValues { name } } DepartmentGrid: __type(name: "DepartmentGrid") { possibleTypes { name } } }',
    );
    expect(answer.city).toEqual({ code: 'NYC', nameEn: 'New York', timeZone: 'America/New_York', noticeEn: null });
    expect(answer.Department.enumValues.map(({ name }) => name)).toEqual([
      ...agencyLayers.map(({ department }) => department),
      'HOTLINE_311',
    ]);
    expect(answer.DepartmentGrid.possibleTypes.map(({ name }) => name).toSorted()).toEqual(
      agencyLayers.map(({ gridType }) => gridType).toSorted(),
    );
  });

  test('keeps every unit of every agency under the id of its file, numbers having become their digits', async () => {
    for (const layer of agencyLayers) {
      const inFile = new Set(propertiesOf(layer.file).map((properties) => String(properties[layer.idProperty])));
      const units = await unitsOf(layer);
      expect(units.map(({ localId }) => localId).toSorted()).toEqual([...inFile].toSorted());
      expect(new Set(units.map(({ __typename }) => __typename))).toEqual(new Set([layer.gridType]));
    }
  });

  test('measures each unit as its agency does, district 10 as the sum of its two rows', async () => {
    for (const layer of agencyLayers) {
      const published = new Map<string, number>();
      for (const properties of propertiesOf(layer.file)) {
        const localId = String(properties[layer.idProperty]);
        published.set(localId, (published.get(localId) ?? 0) + Number(properties['Shape_Area']));
      }
      const units = await unitsOf(layer);
      const worst = Math.max(...units.map(({ localId, areaM2 }) => Math.abs(areaM2 / (published.get(localId)! * squareFootM2) - 1)));
      expect({ layer: layer.key, worst: worst < 1.75e-5 ? 'as published' : worst }).toEqual({ layer: layer.key, worst: 'as published' });
    }
  });

  test('answers what only an agency keeps from its own front database, every decimal kept', async () => {
    const [precincts] = agencyLayers as readonly [AgencyLayer];
    const inFile = new Map(propertiesOf(precincts.file).map((properties) => [String(properties['Precinct']), properties['Shape_Area']]));
    for (const { localId, shapeArea } of await unitsOf(precincts)) expect([localId, shapeArea]).toEqual([localId, inFile.get(localId)]);
    const query =
      '{ departmentGrid(department: DOHMH, localId: "51") { ... on DohmhHealthCenterDistrict { boroCode boroName shapeLeng } } }';
    expect(await ask(city.url, query)).toEqual({ departmentGrid: { boroCode: 5, boroName: 'Staten Island', shapeLeng: 330384.844516 } });
  });

  test('keeps a precinct and a battalion of the same number apart', async () => {
    const [precincts, battalions] = (await Promise.all(agencyLayers.slice(0, 2).map(unitsOf))) as [readonly Unit[], readonly Unit[]];
    const pairs = precincts.flatMap((precinct) =>
      battalions.filter(({ localId }) => localId === precinct.localId).map((battalion) => [precinct, battalion] as const),
    );
    expect(pairs.length).toBeGreaterThan(15);
    for (const [precinct, battalion] of pairs) {
      expect([precinct.__typename, battalion.__typename]).toEqual(['NypdPrecinct', 'FdnyBattalion']);
      expect(precinct.id).not.toBe(battalion.id);
      expect(Math.abs(precinct.areaM2 / battalion.areaM2 - 1)).toBeGreaterThan(1e-3);
    }
  });

  test('agrees with the published overlaps of precincts within 2 points, but for a battalion that was redrawn', async () => {
    const layers: Readonly<Record<string, string>> = {
      cd: 'community-boards/community-district',
      fb: 'fdny/battalion',
      sd: 'doe/school-district',
      hc: 'dohmh/health-center-district',
    };
    const published = new Map<string, number>();
    for (const { precinct, other_layer, other_id, pct_of_precinct } of rowsOf('published_precinct_overlaps.csv')) {
      const pair = `${precinct}/${other_layer}/${other_id}`;
      published.set(pair, (published.get(pair) ?? 0) + Number(pct_of_precinct));
    }
    const asked = [...new Set([...published.keys()].map((pair) => pair.split('/')[0]!))];
    const answers = new Map(
      (await resolved(asked.map((localId) => ({ department: 'NYPD', localId })))).map((answer) => [answer.localId, answer]),
    );
    const found = [...published].map(([pair, percent]) => {
      const [precinct, layer, id] = pair.split('/') as [string, string, string];
      return { pair, layer, off: Math.abs(100 * weightIn(answers.get(precinct)!, layers[layer]!, id) - percent) };
    });
    expect(found).toHaveLength(155);
    expect(
      found
        .filter(({ off }) => off > 2)
        .map(({ pair }) => pair)
        .toSorted(),
    ).toEqual(['50/fb/15', '50/fb/19']);
    expect(found.filter(({ layer }) => layer === 'cd')).toHaveLength(33);
    expect(Math.max(...found.filter(({ layer }) => layer === 'cd').map(({ off }) => off))).toBeLessThan(1.3);
  });

  test('accounts for the whole of every unit in every layer', async () => {
    const answers = await everyUnitResolved();
    const rows = answers.flatMap((answer) => answer.coverage.map((row) => ({ answer, row })));
    expect(answers.filter(({ status }) => status !== 'RESOLVED')).toEqual([]);
    expect(rows).toHaveLength(258 * 5);
    const wrong = rows.filter(({ answer, row }) => {
      const told = answer.links.filter(({ grid }) => grid.layer.key === row.layer.key).reduce((sum, { weight }) => sum + weight, 0);
      return !(Math.abs(row.linked + row.omitted + row.uncovered - row.doubleCover - 1) <= 1e-9 && Math.abs(told - row.linked) <= 1e-9);
    });
    expect(wrong).toEqual([]);
  });

  test('tells how much of a unit no tract covers, the shores being of another year', async () => {
    const covered = (await everyUnitResolved()).map(({ coverage }) => coverage.find(({ layer }) => layer.key === tracts)!.linked);
    expect(Math.min(...covered)).toBeGreaterThan(0.8);
    expect(Math.min(...covered)).toBeLessThan(0.9);
  });

  test('has school district 10 as one unit on the ground of its two rows, Marble Hill and the Bronx', async () => {
    const rows = propertiesOf('doe_school_districts.geojson').filter((properties) => properties['SchoolDist'] === 10);
    const places = ['hill: locate(longitude: -73.9105, latitude: 40.8765)', 'bronx: locate(longitude: -73.8900, latitude: 40.8650)'];
    const answer = await ask<Readonly<Record<string, { departmentGrids: Partial<Unit>[] }>>>(
      city.url,
      `{ ${places.map((place) => `${place} { departmentGrids { ... on DoeSchoolDistrict { localId areaM2 } } }`).join(' ')} }`,
    );
    const [hill, bronx] = ['hill', 'bronx'].map((name) => answer[name]!.departmentGrids.find(({ localId }) => localId !== undefined));
    expect([rows.length, hill!.localId, bronx]).toEqual([2, '10', hill]);
    expect(hill!.areaM2! / squareFootM2).toBeGreaterThan(1.0001 * Math.max(...rows.map((row) => Number(row['Shape_Area']))));
  });

  test('gives Central Park’s precinct the district that is a park and has no board', async () => {
    const [park] = await resolved([{ department: 'NYPD', localId: '22' }]);
    expect(weightIn(park!, 'community-boards/community-district', '164')).toBeGreaterThan(0.99);
  });

  test(
    'finds the recorded precinct of 15,714 of 16,255 points; the others lie on streets between two',
    async () => {
      const points = rowsOf('points_with_recorded_precinct.csv');
      let right = 0;
      for (const piece of inPieces(points, documentLimits.aliases)) {
        const asked = piece.map(({ lon, lat }, at) => `p${at}: locate(longitude: ${lon}, latitude: ${lat}) { ...Where }`).join(' ');
        const answers = await ask<Readonly<Record<string, { departmentGrids: { department: string; localId: string }[] }>>>(
          city.url,
          `{ ${asked} } fragment Where on Location { departmentGrids { department localId } }`,
        );
        right += piece.filter(({ precinct }, at) =>
          answers[`p${at}`]!.departmentGrids.some((unit) => unit.department === 'NYPD' && unit.localId === precinct),
        ).length;
      }
      expect({ right, of: points.length }).toEqual({ right: 15_714, of: 16_255 });
    },
    longestLoading,
  );
});
