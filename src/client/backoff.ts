import type { Timing } from './timing.js';

const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before the next attempt, milliseconds: between nothing and a bound that begins at half a second and doubles to half a minute,
 * so that all who were cut off at once do not come back at once. `failures`: attempts since an answer came, 0 or more.
 */
export function backoffMs(failures: number, random: Timing['random']): number {
  return random() * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 16));
}
