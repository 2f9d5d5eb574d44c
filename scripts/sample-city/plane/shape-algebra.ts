import type { Geometry, MultiPolygon } from 'geojson';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers';

import { ringArea } from './measure.js';
import type { Place, Polygon, Shape } from './plane.js';

/** Exact operations on shapes, done by GEOS. */
export interface ShapeAlgebra {
  /** The common ground of two shapes; lines and points that they share are left out. */
  intersection(a: Shape, b: Shape): Shape;
  /** The ground of `a` that `b` does not cover. */
  difference(a: Shape, b: Shape): Shape;
  /** The ground that any of the shapes covers. */
  union(shapes: readonly Shape[]): Shape;
  /** Whether all rings are simple and lie as OGC asks. */
  isValid(shape: Shape): boolean;
  /** The same ground with rings as OGC asks. */
  repair(shape: Shape): Shape;
}

type Coordinates = readonly (readonly (readonly (readonly number[])[])[])[];

const closed = (ring: readonly Place[]): number[][] => [...ring, ring[0]!].map(([x, y]) => [x, y]);

function toGeoJson(shape: Shape): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: shape.map((polygon) => polygon.map(closed)) };
}

const opened = (ring: readonly (readonly number[])[]): readonly Place[] => ring.slice(0, -1).map(([x, y]): Place => [x!, y!]);

/** Pieces under a hundredth of a square metre are dust of the arithmetic. */
function fromGeoJson(geometry: Geometry): Shape {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(fromGeoJson);
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Coordinates;
  return parts
    .filter((polygon) => polygon.length > 0)
    .map((polygon): Polygon => polygon.map(opened))
    .filter(([outer]) => Math.abs(ringArea(outer!)) > 0.01);
}

/** Starts GEOS and wraps what the sample city needs of it. */
export async function openShapeAlgebra(): Promise<ShapeAlgebra> {
  const geos = await initGeosJs({ noticeHandler: () => undefined });
  const read = (shape: Shape): number => geojsonToGeosGeom(toGeoJson(shape), geos);
  const take = (pointer: number): Shape => {
    const geometry: unknown = geosGeomToGeojson(pointer, geos);
    geos.GEOSGeom_destroy(pointer);
    return fromGeoJson(geometry as Geometry);
  };
  const using = <T>(shapes: readonly Shape[], act: (pointers: readonly number[]) => T): T => {
    const pointers = shapes.map(read);
    const result = act(pointers);
    for (const pointer of pointers) geos.GEOSGeom_destroy(pointer);
    return result;
  };
  return {
    intersection: (a, b) => using([a, b], ([p, q]) => take(geos.GEOSIntersection(p!, q!))),
    difference: (a, b) => using([a, b], ([p, q]) => take(geos.GEOSDifference(p!, q!))),
    union: (shapes) => using([shapes.flat()], ([p]) => take(geos.GEOSUnaryUnion(p!))),
    isValid: (shape) => using([shape], ([p]) => geos.GEOSisValid(p!) === 1),
    repair: (shape) => using([shape], ([p]) => take(geos.GEOSMakeValid(p!))),
  };
}
