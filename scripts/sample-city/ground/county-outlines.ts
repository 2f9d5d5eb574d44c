import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

import { type Shape, toPlace } from '../plane/plane.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';

/** The real outlines of the counties by 6-digit code, with rings as OGC asks; ground that two outlines claim goes to the first. */
export function readCountyOutlines(sourceFolder: string, algebra: ShapeAlgebra): ReadonlyMap<string, Shape> {
  const text = readFileSync(join(sourceFolder, 'counties.geojson'), 'utf8');
  const collection = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon>;
  const counties = new Map<string, Shape>();
  for (const { id, geometry } of collection.features) {
    const outline = algebra.repair(toShape(geometry));
    counties.set(
      String(id),
      [...counties.values()].reduce((left, taken) => algebra.difference(left, taken), outline),
    );
  }
  return counties;
}

function toShape(geometry: Polygon | MultiPolygon): Shape {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(toPlace)));
}
