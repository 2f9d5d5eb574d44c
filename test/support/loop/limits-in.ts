import type { LimitArrival } from '../../../src/features/clocks/index.js';
import { clockWriter } from '../../../src/features/clocks/wiring.js';
import { aLimit } from '../clocks/limits.js';
import type { LoopCity } from './loop-city.js';

/** Gives a city time limits, each as {@link aLimit} but for its parts. */
export async function limitsIn({ city }: LoopCity, limits: readonly Partial<LimitArrival>[]): Promise<void> {
  const { sql } = city.platform.databases.index;
  await clockWriter().applyLimits(sql, limits.map(aLimit), { now: city.now, complete: false });
}
