/** Every pair of a unit of `a` and of `b` with common ground, sorted by a then b, in parallel columns. */
export interface PairAreas {
  readonly size: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Squared units of the plane, above 0. */
  readonly areas: Float64Array;
}
