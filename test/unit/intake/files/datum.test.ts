import gcoord from 'gcoord';

import { datumConverted } from '../../../../src/features/intake/files/datum/datum-converted.js';
import type { Datum } from '../../../../src/features/intake/files/datum/datums.js';
import { OfficeFiles } from '../../../support/intake/office-files.js';

const layout = { required: ['local_id'], optional: ['longitude', 'latitude', 'name'] };
const files = new OfficeFiles();
afterAll(() => files.remove());

type Place = readonly [longitude: number, latitude: number];
const there: Place = [121.47, 31.23];

/** Metres east and north from one place to another near it. */
function metres([x, y]: Place, [toX, toY]: Place): Place {
  return [(toX - x) * 111_320 * Math.cos((y * Math.PI) / 180), (toY - y) * 110_860];
}

const shifted = (place: Place, datum: 'GCJ02' | 'BD09'): Place => gcoord.transform([...place], gcoord.WGS84, gcoord[datum]);

async function pointRead(content: string, datum: Datum | undefined, name = 'a.csv'): Promise<Place> {
  const { rows } = await files.read(name, content, layout, datum && { datum });
  return [Number(rows[0]!.text('longitude')), Number(rows[0]!.text('latitude'))];
}

const csv = ([x, y]: Place | readonly [string, string]): string => `local_id,longitude,latitude,name\n1,${x},${y},灯\n`;

test('GCJ-02 lies where it is known to lie: some 431 m east and 216 m south of the Bund', () => {
  const [east, north] = metres(there, shifted(there, 'GCJ02'));
  expect(east).toBeGreaterThan(425);
  expect(east).toBeLessThan(437);
  expect(north).toBeGreaterThan(-222);
  expect(north).toBeLessThan(-210);
});

test.each(['GCJ02', 'BD09'] as const)(
  'a file that is declared in %s is converted, its points within 6 mm and its boundaries too',
  async (datum) => {
    const place = shifted(there, datum);
    const read = await pointRead(csv(place), datum);
    expect(Math.hypot(...metres(there, read))).toBeLessThan(datum === 'GCJ02' ? 0.006 : 0.5);
    const polygon = { type: 'MultiPolygon', coordinates: [[[[...place, 4], place, place, place]]] };
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { local_id: '1' }, geometry: polygon }],
    });
    const { rows } = await files.read('a.geojson', text, layout, { datum });
    const [[[first]]] = (rows[0]!.geometry as { coordinates: number[][][][] }).coordinates as [[[number[]]]];
    expect(Math.hypot(...metres(there, first as unknown as Place))).toBeLessThan(datum === 'GCJ02' ? 0.006 : 0.5);
    expect(first[2]).toBe(4);
  },
);

test.each([undefined, 'CGCS2000', 'WGS84'] as const)('a file in %s is taken as it is', async (datum) => {
  expect(await pointRead(csv(['121.470000001', '31.23']), datum)).toEqual([121.470000001, 31.23]);
});

test('what is no place stays as it came, for its rule to refuse', async () => {
  const { rows } = await files.read('odd.csv', csv(['121.47', 'N31']), layout, { datum: 'GCJ02' });
  expect([rows[0]!.text('longitude'), rows[0]!.text('latitude'), rows[0]!.text('name')]).toEqual(['121.47', 'N31', '灯']);
  const geometry = '{"type":"Polygon","coordinates":["x",[[null,1]],[[[[[[1,2]]]]]]]}';
  const text = `{"type":"FeatureCollection","features":[{"properties":{"local_id":"1"},"geometry":${geometry}}]}`;
  expect((await files.read('odd.geojson', text, layout, { datum: 'BD09' })).rows[0]!.geometry).toEqual(JSON.parse(geometry));
});

test('that a file was converted is told with its run', () => {
  const file = { path: '网格.geojson', format: 'geojson' } as const;
  expect(datumConverted('orchard/row', file)).toEqual([]);
  expect(datumConverted('orchard/row', { ...file, datum: 'WGS84' })).toEqual([]);
  expect(datumConverted('orchard/row', { ...file, datum: 'GCJ02' })).toMatchObject([
    { kind: 'DATUM_CONVERTED', layerKey: 'orchard/row', measures: { file: '网格.geojson', datum: 'GCJ02' } },
  ]);
});
