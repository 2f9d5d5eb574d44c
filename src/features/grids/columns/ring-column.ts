import type { Rings } from '../../../geometry/rings.js';

/**
 * Polygons one after another, their vertices, rings and parts each in one array. Unit `i` holds the vertices, ring ends and part ends
 * from its three starts on; a unit without polygon holds none. Ends count within the unit and begin with 0, as in {@link Rings}.
 */
export interface RingColumn {
  readonly coordinates: Float64Array;
  readonly ringStarts: Uint32Array;
  readonly partStarts: Uint32Array;
  /** Three a unit, and three more as the end: first coordinate (half its place), first ring start, first part start. */
  readonly starts: Uint32Array;
}

/** Packs polygons; null where there is none. */
export function ringColumnOf(polygons: readonly (Rings | null)[]): RingColumn {
  const starts = new Uint32Array((polygons.length + 1) * 3);
  polygons.forEach((rings, index) => {
    starts[index * 3 + 3] = starts[index * 3]! + (rings ? rings.coordinates.length / 2 : 0);
    starts[index * 3 + 4] = starts[index * 3 + 1]! + (rings?.ringStarts.length ?? 0);
    starts[index * 3 + 5] = starts[index * 3 + 2]! + (rings?.partStarts.length ?? 0);
  });
  const [vertices, rings, parts] = starts.slice(-3) as unknown as [number, number, number];
  const column = {
    coordinates: new Float64Array(vertices * 2),
    ringStarts: new Uint32Array(rings),
    partStarts: new Uint32Array(parts),
    starts,
  };
  polygons.forEach((polygon, index) => {
    if (polygon) write(column, index, polygon);
  });
  return column;
}

/** The polygon of unit `index` as a view that copies nothing; null where it has none. */
export function ringsAt({ coordinates, ringStarts, partStarts, starts }: RingColumn, index: number): Rings | null {
  const at = index * 3;
  if (starts[at + 2] === starts[at + 5]) return null;
  return {
    coordinates: coordinates.subarray(starts[at]! * 2, starts[at + 3]! * 2),
    ringStarts: ringStarts.subarray(starts[at + 1], starts[at + 4]),
    partStarts: partStarts.subarray(starts[at + 2], starts[at + 5]),
  };
}

function write({ coordinates, ringStarts, partStarts, starts }: RingColumn, index: number, rings: Rings): void {
  coordinates.set(rings.coordinates, starts[index * 3]! * 2);
  ringStarts.set(rings.ringStarts, starts[index * 3 + 1]);
  partStarts.set(rings.partStarts, starts[index * 3 + 2]);
}
