import type { Layout } from '../../../../src/features/intake/index.js';
import { OfficeFiles, type RowsRead } from '../../../support/intake/office-files.js';

const layout: Layout = { required: ['local_id'], optional: ['name'], headersZh: { local_id: '网格编号', name: '网格名称' } };
const files = new OfficeFiles();
afterAll(() => files.remove());

const collection = (features: string, before = ''): string => `{"type":"FeatureCollection",${before}"features":[${features}]}`;
const feature = (id: string, geometry: string): string => `{"type":"Feature","properties":{"local_id":"${id}"},"geometry":${geometry}}`;
const point = '{"type":"Point","coordinates":[117.01,29.01,12.5]}';
const read = (text: string): Promise<RowsRead> => files.read('units.geojson', text, layout);
const refusal = async (text: string): Promise<string> => (await files.refusal('units.geojson', text, layout)).message;
const rules = ({ refused }: RowsRead): readonly string[] =>
  refused.map(({ rowNumber, rule, value }) => `${rowNumber} ${rule}${value === null ? '' : ` ${value}`}`);

describe('A70: a GeoJSON file is read feature by feature', () => {
  test('A70: properties may have their Chinese names, quotes and brackets; heights and missing geometries come as they are', async () => {
    const odd = '{"type":"Feature","properties":{"网格编号":"0001","网格名称":"东\\"灯]},{[\\\\"},"geometry":null}';
    const { rows, refused } = await read(collection(` ${odd} , ${feature('2', point)}\n,{"type":"Feature","properties":null}`));
    expect(refused).toEqual([]);
    expect(rows.map((row) => [row.number, row.text('local_id'), row.text('name'), row.geometry])).toEqual([
      [1, '0001', '东"灯]},{[\\', null],
      [2, '2', '', { type: 'Point', coordinates: [117.01, 29.01, 12.5] }],
      [3, '', '', null],
    ]);
    expect(rows[0]!.nameOf('local_id')).toBe('网格编号');
  });

  test('A70: a file longer than one reading, lists called features elsewhere, and members behind the features', async () => {
    const many = Array.from({ length: 5_000 }, (_, nth) =>
      feature(`网${nth}`, '{"type":"Polygon","coordinates":[[[117,29],[117.1,29],[117.1,29.1],[117,29]]]}'),
    );
    const text = `{"x":{"features":[{"no":1}]},"type":"FeatureCollection","features":[${many.join(',')}],"bbox":[1,2,3,4]}`;
    const { rows } = await read(text);
    expect(rows.map((row) => row.text('local_id'))).toEqual(many.map((_, nth) => `网${nth}`));
    expect((await read(collection(''))).rows).toEqual([]);
  });

  test('A70: names that reach into objects are names like others', async () => {
    const { rows } = await read(collection('{"properties":{"__proto__":{"name":"x"},"local_id":"1"},"geometry":null}'));
    expect(rows[0]!.text('name')).toBe('');
  });
});

describe('A70: a feature that cannot be read is refused by itself', () => {
  test('A70: NaN, infinity, and what is no JSON', async () => {
    const answer = await read(
      collection(
        [
          feature('1', '{"type":"Point","coordinates":[117,NaN]}'),
          feature('2', '{"type":"Point","coordinates":[-Infinity,29]}'),
          '{"type":}',
          feature('4', point),
        ].join(','),
      ),
    );
    expect(answer.rows.map((row) => row.text('local_id'))).toEqual(['4']);
    expect(rules(answer)).toEqual([
      '1 GEOMETRY_INVALID: expected finite numbers; JSON knows no NaN or Infinity NaN',
      '2 GEOMETRY_INVALID: expected finite numbers; JSON knows no NaN or Infinity -Infinity',
      '3 BAD_USER_INPUT: expected a feature that is JSON',
    ]);
  });

  test('A72: collections nested a thousand deep', async () => {
    const deep = `${'{"type":"GeometryCollection","geometries":['.repeat(1_000)}${']}'.repeat(1_000)}`;
    const answer = await read(collection([feature('1', deep), feature('2', point)].join(',')));
    expect(answer.rows.map((row) => row.text('local_id'))).toEqual(['2']);
    expect(rules(answer)).toEqual(['1 GEOMETRY_INVALID: expected a feature with lists and objects at most 100 deep']);
  });

  test('A72: a boundary of a million points is refused without being parsed', async () => {
    const ring = '[117.0123,29.0123],'.repeat(1_000_000);
    const parse = jest.spyOn(JSON, 'parse');
    const answer = await read(
      collection([feature('1', `{"type":"Polygon","coordinates":[[${ring}[0,0]]]}`), feature('2', point)].join(',')),
    );
    expect(Math.max(...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(1_000);
    parse.mockRestore();
    expect(answer.rows.map((row) => row.text('local_id'))).toEqual(['2']);
    expect(rules(answer)).toEqual(['1 GEOMETRY_INVALID: expected a feature of at most 8388608 characters']);
  });
});

describe('A70: a file that is no layer in the city’s datum is refused by name', () => {
  const crs = (name: string): string => `"crs":{"type":"name","properties":{"name":${JSON.stringify(name)}}},`;

  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:OGC::CRS84',
    'EPSG:4326',
    'urn:ogc:def:crs:EPSG::4490',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
  ])('A70: %s is taken', async (name) => {
    expect((await read(collection(feature('1', point), crs(name)))).rows).toHaveLength(1);
  });

  test.each(['urn:ogc:def:crs:EPSG::4549', 'EPSG:3857', 'EPSG:14326', 'GCJ-02'])('A70: %s is not', async (name) => {
    const message = `units.geojson: expected coordinates in EPSG:4490 (CGCS2000), EPSG:4326 or CRS84, the file declares ${JSON.stringify(name)}.`;
    expect(await refusal(collection(feature('1', point), crs(name)))).toBe(message);
    expect(await refusal(collection(feature('1', point)).replace(/}$/, `,${crs(name).slice(0, -1)}}`))).toBe(message);
  });

  test.each([
    ['cut off', collection(feature('1', point)).slice(0, -30), /expected JSON, /],
    ['of another type', '{"type":"Topology","features":[]}', /got "Topology" at \$\.type/],
    ['a list', '[]', /got none at \$\.type/],
    ['empty', '', /expected JSON, /],
    ['all but endless', `{"x":"${'x'.repeat(2_000_000)}`, /at most 1048576 characters beside its features/],
  ])('A70: a file that is %s', async (_, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });
});
