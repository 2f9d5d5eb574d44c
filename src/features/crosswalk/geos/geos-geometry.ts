import { joinParts, type Rings, startsOf } from '../../../geometry/rings.js';
import type { GeosLibrary } from './geos-library.js';

const multiPolygonType = 6;
const polygonType = 3;

/** Copies a polygon into the memory of GEOS; the caller destroys what the answer points to. */
export function toGeos(library: GeosLibrary, rings: Rings): number {
  const parts: number[] = [];
  for (let part = 0; part + 1 < rings.partStarts.length; part++) parts.push(partToGeos(library, rings, part));
  return parts.length === 1 ? parts[0]! : collect(library, parts);
}

/** Takes polygons (their ownership too) into one multipolygon. */
export function collect(library: GeosLibrary, polygons: readonly number[]): number {
  return withPointers(library, polygons, (pointer) =>
    library.made(library.geos.GEOSGeom_createCollection(multiPolygonType, pointer, polygons.length), 'collect parts'),
  );
}

/** Copies the polygons of whatever GEOS made out of its memory; points and lines cover no ground and are left out. */
export function fromGeos(library: GeosLibrary, geometry: number): Rings {
  const { geos } = library;
  const polygons: Rings[] = [];
  const gather = (piece: number): void => {
    if (geos.GEOSisEmpty(piece) === 1) return;
    const type = geos.GEOSGeomTypeId(piece);
    if (type === polygonType) polygons.push(polygonFromGeos(library, piece));
    if (type > polygonType) for (let n = 0; n < geos.GEOSGetNumGeometries(piece); n++) gather(geos.GEOSGetGeometryN(piece, n));
  };
  gather(geometry);
  return joinParts(polygons);
}

/** The area of a geometry in squared units of its frame. */
export function areaOf(library: GeosLibrary, geometry: number, scratch: number): number {
  library.geos.GEOSArea(geometry, scratch);
  return library.geos.Module.HEAPF64[scratch / 8]!;
}

function partToGeos(library: GeosLibrary, rings: Rings, part: number): number {
  const [shell, ...holes] = ringsOfPart(rings, part).map((ring) => ringToGeos(library, rings, ring));
  return withPointers(library, holes, (pointer) =>
    library.made(library.geos.GEOSGeom_createPolygon(shell!, pointer, holes.length), 'build a polygon'),
  );
}

function ringsOfPart(rings: Rings, part: number): number[] {
  const first = rings.partStarts[part]!;
  return Array.from({ length: rings.partStarts[part + 1]! - first }, (_, index) => first + index);
}

function ringToGeos(library: GeosLibrary, rings: Rings, ring: number): number {
  const { geos } = library;
  const coordinates = rings.coordinates.subarray(rings.ringStarts[ring]! * 2, rings.ringStarts[ring + 1]! * 2);
  const buffer = geos.Module._malloc(coordinates.byteLength);
  geos.Module.HEAPF64.set(coordinates, buffer / 8);
  const sequence = geos.GEOSCoordSeq_copyFromBuffer(buffer, coordinates.length / 2, 0, 0);
  geos.Module._free(buffer);
  return library.made(geos.GEOSGeom_createLinearRing(sequence), 'build a ring');
}

function polygonFromGeos(library: GeosLibrary, polygon: number): Rings {
  const { geos } = library;
  const rings = [ringFromGeos(library, geos.GEOSGetExteriorRing(polygon))];
  for (let n = 0; n < geos.GEOSGetNumInteriorRings(polygon); n++) rings.push(ringFromGeos(library, geos.GEOSGetInteriorRingN(polygon, n)));
  const ringStarts = startsOf(rings.map((ring) => ring.length / 2));
  const coordinates = new Float64Array(ringStarts[rings.length]! * 2);
  rings.forEach((ring, index) => coordinates.set(ring, ringStarts[index]! * 2));
  return { coordinates, ringStarts, partStarts: Uint32Array.of(0, rings.length) };
}

function ringFromGeos(library: GeosLibrary, ring: number): Float64Array {
  const { geos } = library;
  const count = geos.GEOSGetNumCoordinates(ring);
  const buffer = geos.Module._malloc(count * 16);
  geos.GEOSCoordSeq_copyToBuffer(geos.GEOSGeom_getCoordSeq(ring), buffer, 0, 0);
  const coordinates = geos.Module.HEAPF64.slice(buffer / 8, buffer / 8 + count * 2);
  geos.Module._free(buffer);
  return coordinates;
}

function withPointers(library: GeosLibrary, pointers: readonly number[], use: (pointer: number) => number): number {
  const { Module } = library.geos;
  if (pointers.length === 0) return use(0);
  const list = Module._malloc(pointers.length * 4);
  Module.HEAPU32.set(pointers, list / 4);
  const result = use(list);
  Module._free(list);
  return result;
}
