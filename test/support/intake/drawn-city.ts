import type { PackCopy } from './pack-copy.js';

/** A unit of the invented city as a test draws it: an upright rectangle in steps of 0.001 degrees from 117, 29. */
export interface DrawnUnit {
  readonly id: string;
  readonly name: string;
  readonly division: string;
  readonly from: string;
  readonly to: string;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** What a test may correct: the beams of the lighthouses, the all-elements grids and the names of two communities. */
export interface DrawnCity {
  readonly beams: readonly DrawnUnit[];
  readonly grids: readonly DrawnUnit[];
  readonly communities: Readonly<Record<string, string>>;
}

const aBeam = (id: string, name: string, parts: Partial<DrawnUnit> = {}): DrawnUnit => ({
  id,
  name,
  division: '990101001001',
  from: '2021-05-01',
  to: '',
  box: [10, 10, 25, 20],
  ...parts,
});

/** The city as its first import tells it. */
export const drawnCity: DrawnCity = {
  beams: [
    aBeam('0001', '东灯'),
    aBeam('0002', '西灯', { division: '990101001002', box: [25, 10, 40, 20] }),
    aBeam('0003', '旧灯', { from: '2010-01-01', to: '2018-01-01', box: [10, 10, 40, 20] }),
    aBeam('0004', '北灯', { from: '2012-03-01', box: [10, 20, 40, 30] }),
  ],
  grids: [
    aBeam('990101001001001', '一号社区第一网格', { from: '2014-01-01', box: [10, 10, 20, 30] }),
    aBeam('990101001001002', '一号社区第二网格', { from: '2014-01-01', box: [20, 10, 30, 30] }),
    aBeam('990101001002001', '二号社区第一网格', { from: '2014-01-01', division: '990101001002', box: [30, 10, 40, 30] }),
  ],
  communities: { '990101001001': '一号社区', '990101001002': '二号社区' },
};

/** Writes the drawn city into the files of a pack. */
export async function drawInto(pack: PackCopy, { beams, grids, communities }: DrawnCity): Promise<void> {
  const head = 'local_id,name,division,households,valid_from,valid_to,members,buildings,as_of';
  const row = ({ id, name, division, from, to }: DrawnUnit): string => `${id},${name},${division},,${from},${to},,,2026-02-20`;
  await pack.write(
    'lighthouse/beam.csv',
    `${head},lamp,height_m,lit_on,automatic\n${beams.map((unit) => `${row(unit)},LED,,,\n`).join('')}`,
  );
  await pack.write('lighthouse/beam.geojson', collection(beams));
  await pack.write('lighthouse/watch.csv', `${head},lamp,height_m,lit_on,automatic\n`);
  await pack.write('city/all-elements.csv', `${head}\n${grids.map((unit) => `${row(unit)}\n`).join('')}`);
  await pack.write('city/all-elements.geojson', collection(grids));
  await pack.write(
    'divisions.csv',
    [
      'code,name,level,parent,kind,valid_from,valid_to',
      '990100,港城,CITY,,CITY,1950-01-01,',
      '990101,东区,COUNTY,990100,DISTRICT,1950-01-01,',
      '990101001,码头街道,TOWNSHIP,990101,SUBDISTRICT,1990-01-01,',
      ...Object.entries(communities).map(([code, name]) => `${code},${name},COMMUNITY,990101001,RESIDENTS,2000-01-01,`),
      '',
    ].join('\n'),
  );
}

function collection(units: readonly DrawnUnit[]): string {
  const place = (step: number, origin: number): number => Number((origin + step / 1_000).toFixed(6));
  const features = units.map(({ id, box: [west, south, east, north] }) => ({
    type: 'Feature',
    properties: { local_id: id },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ].map(([x, y]) => [place(x!, 117), place(y!, 29)]),
      ],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
