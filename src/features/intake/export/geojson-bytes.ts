import type { Cell } from './csv-text.js';
import type { SaidRow } from './said-row.js';

/** One row on its way into a GeoJSON file. */
export interface FeatureRow {
  readonly cells: readonly Cell[];
  readonly ground: SaidRow['ground'];
}

/** Rows as the bytes of a GeoJSON FeatureCollection (RFC 7946: EPSG:4326, longitude first, no further members), one feature a line. */
export async function* geoJsonBytes(header: readonly string[], rows: AsyncIterable<readonly FeatureRow[]>): AsyncGenerator<Buffer> {
  yield Buffer.from('{"type":"FeatureCollection","features":[');
  let divider = '\n';
  for await (const batch of rows) {
    for (const { cells, ground } of batch) {
      const properties = Object.fromEntries(header.map((name, place) => [name, cells[place] ?? null]));
      yield Buffer.from(divider + JSON.stringify({ type: 'Feature', properties, geometry: geometryOf(ground) }));
      divider = ',\n';
    }
  }
  yield Buffer.from('\n]}\n');
}

function geometryOf(ground: SaidRow['ground']): object | null {
  if (ground === null) return null;
  return 'point' in ground ? { type: 'Point', coordinates: ground.point } : { type: 'MultiPolygon', coordinates: ground.rings };
}
