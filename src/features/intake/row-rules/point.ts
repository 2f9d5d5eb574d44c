import type { SourceRow } from '../rows/source-row.js';
import { refuse } from './cells.js';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A place in EPSG:4326, or nowhere. */
export interface Point {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const nowhere: Point = { longitude: null, latitude: null };

/** The point of a row, from its columns or from a GeoJSON Point; refuses half a point and one outside the city. */
export function pointOf(row: SourceRow, bounds: Bounds): Point {
  const [longitude, latitude] = [coordinate(row, 'longitude', 0), coordinate(row, 'latitude', 1)];
  if (longitude === null && latitude === null) return nowhere;
  if (longitude === null || latitude === null) {
    const missing = longitude === null ? 'longitude' : 'latitude';
    return refuse(row, missing, {
      code: 'GEOMETRY_INVALID',
      expected: 'both longitude and latitude, or neither',
      remedy: 'Fill the other coordinate.',
    });
  }
  if (holds(bounds, longitude, latitude)) return { longitude, latitude };
  return refuse(row, 'longitude', {
    code: 'GEOMETRY_INVALID',
    value: `${longitude}, ${latitude}`,
    expected: `a point within the city, ${bounds.join(', ')} (west, south, east, north)`,
    remedy: remedyOf(bounds, longitude, latitude),
  });
}

/** What most likely happened to a point outside the city. */
function remedyOf(bounds: Bounds, longitude: number, latitude: number): string {
  if (longitude === 0 && latitude === 0) return 'Leave both cells empty where no place is known; 0, 0 lies in the sea.';
  if (holds(bounds, latitude, longitude)) return 'Longitude and latitude are swapped: exchange the two columns.';
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 180)
    return 'These are metres of a projection, not degrees (Beijing 54, Xi’an 80 or CGCS2000 by Gauss–Krüger): export in EPSG:4326.';
  return 'Check the coordinates and their datum (EPSG:4326 degrees).';
}

function holds([west, south, east, north]: Bounds, longitude: number, latitude: number): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function coordinate(row: SourceRow, field: 'longitude' | 'latitude', position: 0 | 1): number | null {
  const text = row.text(field).trim();
  if (text === '') return fromGeometry(row, position);
  const number = /^[+-]?\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  return refuse(row, field, {
    code: 'GEOMETRY_INVALID',
    expected: 'degrees as a decimal number',
    remedy: 'Correct the coordinate at the source.',
  });
}

function fromGeometry(row: SourceRow, position: 0 | 1): number | null {
  const geometry = row.geometry as { type?: unknown; coordinates?: unknown } | null | undefined;
  if (geometry?.type !== 'Point' || !Array.isArray(geometry.coordinates)) return null;
  const number: unknown = geometry.coordinates[position];
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  return refuse(row, null, {
    code: 'GEOMETRY_INVALID',
    value: JSON.stringify(geometry.coordinates),
    expected: 'a Point of two finite numbers',
    remedy: 'Correct the geometry at the source.',
  });
}
