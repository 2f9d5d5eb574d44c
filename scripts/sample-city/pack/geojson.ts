import type { LayerUnit } from '../layers/layer-unit.js';
import { ringArea } from '../plane/measure.js';
import { type Polygon, type Ring, type Shape, toMicroDegrees } from '../plane/plane.js';

/** Writes the drawn units as a GeoJSON collection, a feature a line; positions have six decimals. */
export function boundariesText(units: readonly LayerUnit[]): string {
  const features = units
    .filter(({ shape }) => shape !== null)
    .map(
      ({ localId, shape }) => `{"type":"Feature","properties":{"local_id":${JSON.stringify(localId)}},"geometry":${geometryText(shape!)}}`,
    );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function geometryText(shape: Shape): string {
  if (shape.length === 1) return `{"type":"Polygon","coordinates":${polygonText(shape[0]!)}}`;
  return `{"type":"MultiPolygon","coordinates":[${shape.map(polygonText).join(',')}]}`;
}

const polygonText = ([outer, ...holes]: Polygon): string =>
  `[${[ringText(outer!, true), ...holes.map((hole) => ringText(hole, false))].join(',')}]`;

/** Outer rings run counter-clockwise and holes clockwise (RFC 7946). */
function ringText(ring: Ring, counterClockwise: boolean): string {
  const turned = ringArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
  const positions = [...turned, turned[0]!].map((place) => `[${degreesText(toMicroDegrees(place)).join(',')}]`);
  return `[${positions.join(',')}]`;
}

/** Whole millionths of a degree as decimal degrees. */
export function degreesText(micro: readonly [number, number]): readonly [string, string] {
  const text = (whole: number): string => String(whole / 1e6);
  return [text(micro[0]), text(micro[1])];
}
