import { type NestedRings, type Rings, ringsFromNested, ringsToNested } from './rings.js';

/** A GeoJSON Polygon geometry. */
export interface PolygonGeometry {
  readonly type: 'Polygon';
  readonly coordinates: NestedRings[number];
}

/** A GeoJSON MultiPolygon geometry. */
export interface MultiPolygonGeometry {
  readonly type: 'MultiPolygon';
  readonly coordinates: NestedRings;
}

/** Reads a geometry that the ring gate has let through, or that the platform itself wrote; nothing is checked here. */
export function ringsFromGeoJson(geometry: PolygonGeometry | MultiPolygonGeometry): Rings {
  return ringsFromNested(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
}

/** Writes a MultiPolygon in the frame of `rings`, which outsiders expect to be EPSG:4326. */
export function ringsToGeoJson(rings: Rings): MultiPolygonGeometry {
  return { type: 'MultiPolygon', coordinates: ringsToNested(rings) };
}
