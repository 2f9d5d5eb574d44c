/** A place in the plane of the sample city: metres east and north of 117.2° E, 29.2° N. */
export type Place = readonly [x: number, y: number];
/** A ring without its closing point, in metres. */
export type Ring = readonly Place[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];
/** One or more polygons that do not touch. */
export type Shape = readonly Polygon[];

const origin = [117.2, 29.2] as const;
// Written out instead of computed from a cosine, so that no platform's rounding can move the city.
const metresPerDegree = [97_170, 110_870] as const;

/** Metres of a position in degrees. */
export function toPlace(position: readonly number[]): Place {
  return [(position[0]! - origin[0]) * metresPerDegree[0], (position[1]! - origin[1]) * metresPerDegree[1]];
}

/** Whole millionths of a degree of a place, the grain of everything that the pack writes. */
export function toMicroDegrees(place: Place): readonly [number, number] {
  return [Math.round((place[0] / metresPerDegree[0] + origin[0]) * 1e6), Math.round((place[1] / metresPerDegree[1] + origin[1]) * 1e6)];
}

/** The place that a position in whole millionths of a degree stands for. */
export function fromMicroDegrees([longitude, latitude]: readonly [number, number]): Place {
  return toPlace([longitude / 1e6, latitude / 1e6]);
}

/** `place` moved onto the grain of the pack. */
export function onGrain(place: Place): Place {
  return fromMicroDegrees(toMicroDegrees(place));
}
