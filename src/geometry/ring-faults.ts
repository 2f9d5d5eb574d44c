/** Where in a geometry, counted from 0 as the file has it; `null` where the whole of the level is meant. */
export interface RingPath {
  readonly part: number | null;
  readonly ring: number | null;
  readonly vertex: number | null;
}

/** What is wrong with rings in a way that a repair may set right. */
export type RingFaultKind =
  /** The last point is not the first; it was closed by a straight line. */
  | 'UNCLOSED'
  /** The line runs back upon itself. */
  | 'SPIKE'
  /** A ring crosses, overlaps or touches itself. */
  | 'SELF_CROSSING'
  /** Two rings cross or run along each other. */
  | 'RINGS_CROSS'
  /** Two rings meet in single points but lie on both sides of each other, or cut the ground in two. */
  | 'RINGS_TOUCH'
  /** A hole lies outside its shell or within another hole. */
  | 'HOLE_OUTSIDE'
  /** A part lies upon another part. */
  | 'PARTS_OVERLAP';

/** One fault and its place. */
export interface RingFault {
  readonly kind: RingFaultKind;
  readonly path: RingPath;
  readonly longitude: number;
  readonly latitude: number;
}

/** Why a geometry cannot be taken at all. */
export type RefusalReason = 'NOT_A_POLYGON' | 'NOT_FINITE' | 'OUT_OF_BOUNDS' | 'TOO_MANY_VERTICES' | 'TOO_TANGLED' | 'EMPTY';

/** What the gate left out, because it covers no ground. */
export interface DroppedPiece {
  readonly what: 'DUPLICATE_POINTS' | 'COLLAPSED_RING' | 'HOLE_OF_COLLAPSED_SHELL';
  readonly path: RingPath;
  /** Points left out at this place. */
  readonly points: number;
}
