/** What is sorted: the bucket of each item, and the place by which items of one bucket are ordered. */
export interface BucketItems {
  readonly size: number;
  readonly buckets: Uint32Array;
  readonly places: Float64Array | Uint32Array;
}

/** Items by bucket, then place: those of bucket `n` are `items[starts[n]] … items[starts[n + 1] - 1]`. */
export interface SortedBuckets {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** Sorts items by bucket, then by place; equal places stay in the order in which they came. */
export function sortIntoBuckets({ size, buckets, places }: BucketItems, bucketCount: number): SortedBuckets {
  const starts = new Uint32Array(bucketCount + 1);
  for (let item = 0; item < size; item++) starts[buckets[item]!]!++;
  endsOfCounts(starts);
  const items = new Uint32Array(size);
  for (let item = size - 1; item >= 0; item--) items[--starts[buckets[item]!]!] = item;
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const [from, to] = [starts[bucket]!, starts[bucket + 1]!];
    if (to - from > 1) sortByPlace(items, places, from, to);
  }
  return { starts, items };
}

/**
 * Turns how many there are of each bucket into where each bucket ends. Filling from the last item to the first, each
 * counting its bucket's end down by one, turns these into where each bucket begins.
 */
export function endsOfCounts(counts: Uint32Array): void {
  for (let bucket = 1; bucket < counts.length; bucket++) counts[bucket]! += counts[bucket - 1]!;
}

/** Up to this many are sorted by insertion, which for few is several times faster. */
const few = 24;

function sortByPlace(items: Uint32Array, places: Float64Array | Uint32Array, from: number, to: number): void {
  if (to - from > few) {
    items.subarray(from, to).sort((one, other) => places[one]! - places[other]! || one - other);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const item = items[i]!;
    const place = places[item]!;
    let at = i;
    for (; at > from && places[items[at - 1]!]! > place; at--) items[at] = items[at - 1]!;
    items[at] = item;
  }
}
