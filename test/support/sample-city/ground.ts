import type { MultiPolygon, Polygon } from 'geojson';

import { type Box, boxOf } from '../../../scripts/sample-city/plane/measure.js';
import { type Shape, toPlace } from '../../../scripts/sample-city/plane/plane.js';
import { packBoundaries } from './sample-pack.js';

/** A unit's ground in metres. */
export interface GroundOfUnit {
  readonly localId: string;
  readonly shape: Shape;
  readonly box: Box;
}

/** A GeoJSON geometry in the plane of the sample city. */
export function shapeOf(geometry: Polygon | MultiPolygon): Shape {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(toPlace)));
}

/** The ground of every drawn unit of a layer of the committed pack. */
export function groundOf(layer: string): readonly GroundOfUnit[] {
  return [...packBoundaries(layer)].map(([localId, geometry]) => ({ localId, shape: shapeOf(geometry), box: boxOf(shapeOf(geometry)) }));
}

/** Whether two boxes have ground in common. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
