import { CityError } from '../../../kernel/city-error.js';
import { conservationTolerance } from '../conservation.js';
import type { DeclaredSet } from './decision.js';

/** The shares that somebody declares of one row. */
export interface StatedShares {
  readonly weights: readonly { readonly weight: number; readonly inverseWeight: number | null }[];
  readonly remainder: number | null;
  readonly doubleCover: number;
  readonly restAsComputed: boolean;
}

const mostWeights = 1000;

/**
 * Passes shares that account for the whole of a unit: weights + remainder − doubleCover = 1 ± 1e-9, or weights of 1 at most where the
 * rest stays as computed. Throws `BAD_USER_INPUT` naming the share or the sum otherwise.
 */
export function checkShares(shares: StatedShares): void {
  const { weights, remainder, doubleCover, restAsComputed } = shares;
  if (weights.length > mostWeights)
    throw refused(
      `weights: expected at most ${mostWeights}, got ${weights.length}`,
      `weights：至多 ${mostWeights} 项，收到 ${weights.length} 项`,
    );
  for (const { weight, inverseWeight } of weights) {
    checkPositive('weight', weight);
    if (inverseWeight !== null) checkPositive('inverseWeight', inverseWeight);
  }
  if (remainder !== null) checkShare('remainder', remainder);
  checkShare('doubleCover', doubleCover);
  if (restAsComputed === (remainder !== null)) throw oneOfTwo();
  if (restAsComputed) checkRest(shares);
  else checkWhole(shares);
}

function checkWhole({ weights, remainder, doubleCover }: StatedShares): void {
  const sum = sumOf(weights) + remainder! - doubleCover;
  if (Math.abs(sum - 1) <= conservationTolerance) return;
  throw refused(
    `weights + remainder − doubleCover: expected 1 ± ${conservationTolerance}, got ${sum}`,
    `weights + remainder − doubleCover：应为 1 ± ${conservationTolerance}，实为 ${sum}`,
    'Name every link of the row and the remainder, or say restAsComputed.',
  );
}

function checkRest({ weights, doubleCover }: StatedShares): void {
  const sum = sumOf(weights);
  if (weights.length > 0 && sum <= 1 + conservationTolerance && doubleCover === 0) return;
  throw refused(
    `weights: expected one or more that sum to 1 at most, without doubleCover, where restAsComputed is true, got ${weights.length} with the sum ${sum}`,
    `weights：restAsComputed 为 true 时应至少一项、合计不超过 1 且无 doubleCover，收到 ${weights.length} 项，合计 ${sum}`,
  );
}

/**
 * The share of the target that lies in the source, where only the share of the source was declared: common ground over the target's
 * ground, the common ground being weight × the source's; equal to the weight where one of the two has no polygon. At most 1.
 */
export function inverseOf(weight: number, sourceM2: number | null, targetM2: number | null): number {
  if (sourceM2 === null || targetM2 === null || sourceM2 <= 0 || targetM2 <= 0) return weight;
  return Math.min(1, (weight * sourceM2) / targetM2);
}

/** By how much a row declares otherwise than another says: half the sum of the differences of all shares, 0 (the same) to 1 (nothing in common). */
export function differenceOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].reduce((total, key) => total + Math.abs((one.get(key) ?? 0) - (other.get(key) ?? 0)), 0) / 2;
}

function sumOf(weights: readonly Pick<DeclaredSet['weights'][number], 'weight'>[]): number {
  return weights.reduce((total, { weight }) => total + weight, 0);
}

function checkPositive(name: string, value: number): void {
  if (value > 0 && value <= 1) return;
  throw refused(`${name}: expected a share above 0 and at most 1, got ${value}`, `${name}：应大于 0 且不超过 1，收到 ${value}`);
}

function checkShare(name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw refused(`${name}: expected a share between 0 and 1, got ${value}`, `${name}：应为 0 到 1 之间的份额，收到 ${value}`);
}

function oneOfTwo(): CityError {
  return refused(
    'Expected either the remainder or restAsComputed: true, and not both',
    'remainder 与 restAsComputed: true 须且只能给出一个',
    'The remainder is the share that lies in no unit of the layer; 0 where all of it is named.',
  );
}

function refused(message: string, messageZh: string, hint?: string): CityError {
  return new CityError({ code: 'BAD_USER_INPUT', message: `${message}.`, messageZh: `${messageZh}。`, ...(hint ? { hint } : {}) });
}
