/** Common ground below this many square metres is taken as noise of drawing. */
export const sliverFloorM2 = 1;

/** Common ground below this share of the smaller unit is taken as noise of drawing. */
export const sliverShare = 1e-4;

/**
 * Whether the common ground of two units is a sliver. The cut is stated and kept in `omitted`, so sums stay honest.
 * Real pairs are of 1e4 to 1e6 m², noise of 1e-3 to 1; the cut takes at most 1.6e-4 of any unit of New York.
 */
export function isSliver(commonM2: number, oneM2: number, otherM2: number): boolean {
  return commonM2 < Math.max(sliverFloorM2, sliverShare * Math.min(oneM2, otherM2));
}
