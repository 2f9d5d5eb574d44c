/**
 * The crossings of each segment of one layer, in the order in which the segment meets them: those of segment `s` are
 * `crossings[starts[s]] … crossings[starts[s + 1] - 1]`.
 */
export interface CrossingOrder {
  readonly starts: Uint32Array;
  readonly crossings: Uint32Array;
}

/** What is sorted: the segment of each crossing, and how far along it lies. */
export interface CrossingPlaces {
  readonly size: number;
  readonly segments: Uint32Array;
  readonly along: Float64Array;
}

/** Sorts crossings by segment, then by their way along it. */
export function orderCrossings({ size, segments, along }: CrossingPlaces, segmentCount: number): CrossingOrder {
  const starts = new Uint32Array(segmentCount + 1);
  for (let crossing = 0; crossing < size; crossing++) starts[segments[crossing]! + 1]!++;
  for (let segment = 0; segment < segmentCount; segment++) starts[segment + 1]! += starts[segment]!;
  const next = starts.slice();
  const crossings = new Uint32Array(size);
  for (let crossing = 0; crossing < size; crossing++) crossings[next[segments[crossing]!]!++] = crossing;
  for (let segment = 0; segment < segmentCount; segment++) {
    const [from, to] = [starts[segment]!, starts[segment + 1]!];
    if (to - from > 1) sortAlong(crossings, along, from, to);
  }
  return { starts, crossings };
}

/** Up to this many are sorted by insertion, which for few is several times faster. */
const few = 24;

function sortAlong(crossings: Uint32Array, along: Float64Array, from: number, to: number): void {
  if (to - from > few) {
    crossings.subarray(from, to).sort((one, other) => along[one]! - along[other]! || one - other);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const crossing = crossings[i]!;
    const place = along[crossing]!;
    let at = i;
    for (; at > from && along[crossings[at - 1]!]! > place; at--) crossings[at] = crossings[at - 1]!;
    crossings[at] = crossing;
  }
}
