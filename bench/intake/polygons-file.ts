import { writeFileSync } from 'node:fs';

/** Side of one square, degrees. */
const side = 0.0008;

/** What a file of units is made of. */
export interface PolygonsFile {
  readonly path: string;
  readonly units: number;
}

/** Writes a GeoJSON layer of `units` squares of nine points each, side by side over the middle of the sample city. */
export function writePolygonsFile({ path, units }: PolygonsFile): void {
  const across = Math.ceil(Math.sqrt(units));
  const features = Array.from({ length: units }, (_, index) => {
    const [column, row] = [index % across, Math.floor(index / across)];
    return JSON.stringify({
      type: 'Feature',
      properties: { local_id: `B${String(index).padStart(6, '0')}`, name: `测试小区${index}`, valid_from: '2026-01-01', form: 'OPEN' },
      geometry: { type: 'Polygon', coordinates: [square(117.05 + column * side, 29.05 + row * side)] },
    });
  });
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}

function square(west: number, south: number): readonly (readonly [number, number])[] {
  const [east, north, middle] = [west + side, south + side, side / 2];
  const ring = [
    [west, south],
    [west + middle, south],
    [east, south],
    [east, south + middle],
    [east, north],
    [west + middle, north],
    [west, north],
    [west, south + middle],
    [west, south],
  ] as const;
  return ring.map(([x, y]) => [Number(x.toFixed(6)), Number(y.toFixed(6))] as const);
}
