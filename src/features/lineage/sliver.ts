const floorM2 = 1;
const shareOfSmaller = 1e-4;

/** The largest piece of ground between two outlines that is taken as noise of drawing, by the rule of the crosswalk: 1 m², or 1e-4 of the smaller. */
export function sliverM2(oneM2: number, otherM2: number): number {
  return Math.max(floorM2, shareOfSmaller * Math.min(oneM2, otherM2));
}

/** Whether a piece of ground between two outlines is noise of drawing. */
export function isSliver(areaM2: number, oneM2: number, otherM2: number): boolean {
  return areaM2 < sliverM2(oneM2, otherM2);
}
