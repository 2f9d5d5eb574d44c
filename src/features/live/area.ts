import { type Box, boxesMeet } from '../../geometry/box.js';
import { CityError } from '../../kernel/city-error.js';

/** An upright rectangle of the map, its border included: west, south, east, north, degrees, EPSG:4326. */
export type Area = readonly [west: number, south: number, east: number, north: number];

/** Throws `BAD_USER_INPUT` for an area that is not on the map or that holds nothing. */
export function checkArea([west, south, east, north]: Area): void {
  const isOnMap = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  if (isOnMap && west < east && south < north) return;
  const received = [west, south, east, north].join(', ');
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `area: expected degrees with -180 ≤ west < east ≤ 180 and -90 ≤ south < north ≤ 90, got ${received}.`,
    messageZh: `area：应为度数，-180 ≤ west < east ≤ 180 且 -90 ≤ south < north ≤ 90，收到 ${received}。`,
    hint: 'Are longitudes and latitudes swapped?',
  });
}

/** Whether an area holds a point; nothing holds what has none. */
export function areaHolds([west, south, east, north]: Area, longitude: number | null, latitude: number | null): boolean {
  if (longitude === null || latitude === null) return false;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Whether an area and a box have ground in common. */
export function areaMeets([minX, minY, maxX, maxY]: Area, box: Box): boolean {
  return boxesMeet({ minX, minY, maxX, maxY }, box);
}
