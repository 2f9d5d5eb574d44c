/** How much wider each bucket is than the one before; the database's function `matter_flow_bucket` uses the same number. */
export const bucketGrowth = 1.1;

/** The largest relative error of a median that is told from buckets: half a bucket, by ratio; of times of a second or more. */
export const medianError = Math.sqrt(bucketGrowth) - 1;

/** How many durations fell into a bucket; bucket b holds those from 1.1^b to 1.1^(b+1) seconds. */
export interface Bucket {
  readonly bucket: number;
  readonly count: number;
}

/** The bucket of a duration; shorter ones than a second count as one. */
export function bucketOf(seconds: number): number {
  return Math.floor(Math.log(Math.max(seconds, 1)) / Math.log(bucketGrowth));
}

/** The lower median of durations, in seconds, within {@link medianError}; null of none. */
export function medianSeconds(buckets: readonly Bucket[]): number | null {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  for (const { bucket, count } of [...buckets].sort((a, b) => a.bucket - b.bucket)) {
    below += count;
    if (count > 0 && below * 2 >= total) return bucketGrowth ** (bucket + 0.5);
  }
  return null;
}
