import { type DrawnCity, drawnCity, type DrawnUnit } from './drawn-city.js';
import type { ChangePack } from './served-city.js';

const side = 22;
const places = Array.from({ length: 14 }, (_, place) => ({ west: 2 + 24 * (place % 4), south: 2 + 24 * Math.floor(place / 4) }));
const boxOf = (west: number, south: number, east: number): DrawnUnit['box'] => [west, south, east, south + side];

/**
 * Fourteen beams of the lighthouses apart from one another, each with two rows of the orchard of its own and a strip in none; the last
 * row of the thirteenth reaches a metre into the fourteenth.
 */
export const pairedCity: DrawnCity = {
  ...drawnCity,
  beams: places.map(({ west, south }, place) => ({
    id: String(place + 1).padStart(4, '0'),
    name: `${place + 1}号灯`,
    division: '990101001001',
    from: '2021-05-01',
    to: '',
    box: boxOf(west, south, west + side),
  })),
};

/** Draws the orchard's rows of the {@link pairedCity}; its own matters then lie on no row. */
export const drawRows: ChangePack = async (pack) => {
  const rows = places.flatMap(({ west, south }, place) => [
    boxOf(west, south, west + 12),
    boxOf(west + 12, south, west + (place === 12 ? 24.01 : 20)),
  ]);
  const features = rows.map(([west, south, east, north], place) => ({
    type: 'Feature',
    properties: { RowNo: place + 1, RowName: `第${place + 1}行` },
    geometry: { type: 'Polygon', coordinates: [ring(west, south, east, north)] },
  }));
  await pack.write('orchard/row.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
};

function ring(...[west, south, east, north]: DrawnUnit['box']): readonly (readonly number[])[] {
  const place = (step: number, origin: number): number => Number((origin + step / 1_000).toFixed(6));
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x, y]) => [place(x!, 117), place(y!, 29)]);
}
