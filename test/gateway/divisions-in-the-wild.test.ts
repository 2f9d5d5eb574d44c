import { AskedCity } from '../support/intake/asked-city.js';
import { drawInto, drawnCity } from '../support/intake/drawn-city.js';
import { PackCopy } from '../support/intake/pack-copy.js';

interface Resolution {
  readonly department: string;
  readonly localId: string;
  readonly status: string;
  readonly grid: { readonly id: string; readonly name: string } | null;
  readonly links: readonly { readonly grid: { readonly name: string } }[];
  readonly coverage: readonly { readonly layer: { readonly key: string }; readonly uncovered: number; readonly doubleCover: number }[];
}

describe('a city of divisions as they come from the world', () => {
  let city: AskedCity;
  let pack: PackCopy;

  beforeAll(async () => {
    [city, pack] = await Promise.all([AskedCity.make(new Date('2026-03-10T02:00:00Z')), PackCopy.make()]);
    const [first, second] = drawnCity.beams;
    await drawInto(pack, {
      ...drawnCity,
      beams: [
        first!,
        // Crude: it lies upon the first one by a fifth of it.
        { ...second!, box: [22, 10, 40, 20] },
        { ...first!, id: '0007', name: '湖心灯', box: [70, 70, 80, 80] },
      ],
    });
    // The orchards write the same digits, with zeros and without.
    await pack.replace('orchard/row.geojson', '"RowNo": 5,', '"RowNo": "0001",');
    await pack.write('orchard/row.geojson', (await pack.read('orchard/row.geojson')).replaceAll('"RowNo": 10,', '"RowNo": "2",'));
    await city.importPack(pack.folder);
  }, 120_000);
  afterAll(async () => {
    await city?.close();
    await pack?.remove();
  });

  const resolve = async (department: string, localId: string): Promise<Resolution> => {
    const answer = await city.ask(
      `query One($ids: [DepartmentalIdInput!]!) { resolveIds(ids: $ids) { department localId status grid { id name }
        links { grid { name } } coverage { layer { key } uncovered doubleCover } } }`,
      { ids: [{ department, localId }] },
    );
    return (JSON.parse(answer) as { resolveIds: readonly [Resolution] }).resolveIds[0];
  };

  test('one id of two offices is two units, each its own office’s', async () => {
    const [ours, theirs] = [await resolve('LIGHTHOUSE', '0001'), await resolve('ORCHARD', '0001')];
    expect([ours.grid!.name, theirs.grid!.name]).toEqual(['东灯', '第五行']);
    expect(ours.grid!.id).not.toBe(theirs.grid!.id);
  });

  test('an id with leading zeros and one without are never taken for each other', async () => {
    expect((await resolve('LIGHTHOUSE', '0002')).grid!.name).toBe('西灯');
    expect((await resolve('ORCHARD', '2')).grid!.name).toBe('第十行');
    for (const [department, localId] of [
      ['LIGHTHOUSE', '2'],
      ['ORCHARD', '0002'],
      ['ORCHARD', '1'],
      ['ORCHARD', '02'],
      ['LIGHTHOUSE', '1'],
    ] as const)
      // prettier-ignore
      expect(await resolve(department, localId)).toMatchObject({ status: 'UNKNOWN', grid: null, links: [] });
  });

  test('nor does any link join units because their ids look alike', async () => {
    expect((await resolve('ORCHARD', '2')).links.map(({ grid }) => grid.name)).toEqual(expect.arrayContaining(['西灯']));
    expect((await resolve('ORCHARD', '0001')).links.filter(({ grid }) => grid.name === '西灯')).toEqual([]);
  });

  test('a unit of water that no other layer draws is said to be uncovered, and no link is made up', async () => {
    const lake = await resolve('LIGHTHOUSE', '0007');
    expect(lake.links).toEqual([]);
    const drawn = lake.coverage.filter(({ layer }) => ['city/all-elements', 'orchard/row'].includes(layer.key));
    expect(drawn.map(({ uncovered, doubleCover }) => [uncovered, doubleCover])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test('a crude layer that lies upon itself is taken, its double cover stated, and the run tells of it', async () => {
    const grid = JSON.parse(
      await city.ask(
        `{ resolveIds(ids: [{ department: ORCHARD, localId: "2" }], layers: ["lighthouse/beam"]) { coverage { doubleCover } } }`,
      ),
    ) as { resolveIds: readonly [{ coverage: readonly [{ doubleCover: number }] }] };
    expect(grid.resolveIds[0].coverage[0].doubleCover).toBeGreaterThan(0);
    const { intakeRuns } = JSON.parse(
      await city.ask(`{ intakeRuns(department: LIGHTHOUSE, first: 1) { department pack state rowsRead rowsAccepted rowsQuarantined
        boundariesRepaired endedAt findings { kind layerKey localId message messageZh } repairs { localId faults { kind } areaChangeM2 } } }`),
    ) as { intakeRuns: readonly [Readonly<Record<string, unknown>>] };
    expect(intakeRuns[0]).toMatchObject({
      department: 'LIGHTHOUSE',
      state: 'DONE',
      boundariesRepaired: 0,
      repairs: [],
      findings: expect.arrayContaining([expect.objectContaining({ kind: 'SELF_OVERLAP', layerKey: 'lighthouse/beam' })]) as unknown,
    });
  });

  test('a boundary that was repaired is on record with its run, its fault, its place and the change of area', async () => {
    await pack.replace('orchard/row.geojson', '[[[117.012, 29.012], [117.016, 29.012],', '[[[117.012, 29.012], [117.016, 29.012], [117.017, 29.012], [117.016, 29.012],'); // prettier-ignore
    city.now = new Date(city.now.getTime() + 3_600_000);
    await city.importPack(pack.folder);
    const { intakeRuns } = JSON.parse(
      await city.ask(`{ intakeRuns(department: ORCHARD, first: 1) { boundariesRepaired rowsQuarantined
        repairs { layerKey localId file rowNumber faults { kind longitude latitude } areaChangeM2 } } }`),
    ) as { intakeRuns: readonly unknown[] };
    expect(intakeRuns).toMatchObject([
      {
        boundariesRepaired: 1,
        rowsQuarantined: 0,
        repairs: [
          {
            layerKey: 'orchard/row',
            localId: '0001',
            file: 'orchard/row.geojson',
            rowNumber: 1,
            faults: expect.arrayContaining([expect.objectContaining({ kind: 'SPIKE', latitude: 29.012 })]) as unknown,
            areaChangeM2: expect.any(Number) as number,
          },
        ],
      },
    ]);
  });
});
