import { differenceOf } from './declared-set.js';

/** Why a row is worth a look, in the order in which it is asked. */
export const reviewReasons = ['DECLARED_DIFFERS', 'NO_MATCH', 'BASES_DISAGREE', 'EQUAL_SHARES', 'NEAR_CUT'] as const;

/** One of {@link reviewReasons}. */
export type ReviewReason = (typeof reviewReasons)[number];

/** A computed link as a row offers it for review. */
export interface ReviewedLink {
  readonly uuid: string;
  readonly weight: number;
  readonly confidence: number;
  /** Common ground over the bound below which it would have been cut as a sliver; null where no ground was measured. */
  readonly timesTheCut: number | null;
}

/** What is known of one row: a unit as one layer covers it. */
export interface ReviewedRow {
  /** The links that answer when nobody has declared any. */
  readonly computed: readonly ReviewedLink[];
  /** Weights by households, by unit; null where households are not compared. */
  readonly households: ReadonlyMap<string, number> | null;
  /** Weights as declared; null where nobody declared the row. */
  readonly declared: ReadonlyMap<string, number> | null;
  /** How far the declaration was from what was computed when it was made. */
  readonly seenDifference: number;
  /** Whether the layer is meant to cover the ground, so that a unit without match in it is a gap. */
  readonly isMeantToCover: boolean;
}

/** A reason to look at a row, with the share of the unit that a decision might move, times the doubt about it: 0..1. */
export interface ReviewDoubt {
  readonly reason: ReviewReason;
  readonly share: number;
}

/** Differences of less than this share of a unit are left alone. */
const leastDifference = 0.02;
/** Shares that were taken as equal because nothing told them apart. */
const equalShareConfidence = 0.5;
/** A link of so many times the sliver bound might as well have been cut. */
const nearCut = 10;

/**
 * How much a decision would change: households of the unit × share at stake × doubt. Doubt is the difference of two bases, 1 − confidence,
 * the nearness of a link to the sliver bound, or 1 where nothing is linked; `households` is the unit's count, or its part of the
 * city's by area where its own is not known.
 */
export function reviewValue(households: number, { share }: ReviewDoubt): number {
  return households * share;
}

/** The gravest doubt about a row; null where nothing speaks for a look. What people have declared is doubted only where computing has moved since. */
export function doubtOf(row: ReviewedRow): ReviewDoubt | null {
  const doubts = row.declared === null ? computedDoubts(row) : declaredDoubts(row, row.declared);
  return doubts.reduce<ReviewDoubt | null>((gravest, doubt) => (gravest === null || doubt.share > gravest.share ? doubt : gravest), null);
}

function declaredDoubts({ computed, seenDifference }: ReviewedRow, declared: ReadonlyMap<string, number>): readonly ReviewDoubt[] {
  const moved = Math.abs(differenceOf(declared, weightsOf(computed)) - seenDifference);
  return moved > leastDifference ? [{ reason: 'DECLARED_DIFFERS', share: moved }] : [];
}

function computedDoubts({ computed, households, isMeantToCover }: ReviewedRow): readonly ReviewDoubt[] {
  if (computed.length === 0) return isMeantToCover ? [{ reason: 'NO_MATCH', share: 1 }] : [];
  const doubts: readonly ReviewDoubt[] = [
    { reason: 'BASES_DISAGREE', share: disagreement(computed, households) },
    { reason: 'EQUAL_SHARES', share: equalShares(computed) },
    { reason: 'NEAR_CUT', share: nearTheCut(computed) },
  ];
  return doubts.filter(({ share }) => share > 0);
}

function disagreement(computed: readonly ReviewedLink[], households: ReadonlyMap<string, number> | null): number {
  if (households === null) return 0;
  const difference = differenceOf(weightsOf(computed), households);
  return difference > leastDifference ? difference : 0;
}

/** One unit alone takes the whole whatever its confidence: only several share. */
function equalShares(computed: readonly ReviewedLink[]): number {
  const equal = computed.filter(({ confidence }) => confidence <= equalShareConfidence);
  return equal.length < 2 ? 0 : equal.reduce((sum, { weight, confidence }) => sum + weight * (1 - confidence), 0);
}

function nearTheCut(computed: readonly ReviewedLink[]): number {
  return computed.reduce(
    (sum, { weight, timesTheCut }) => (timesTheCut !== null && timesTheCut < nearCut ? sum + weight / Math.max(1, timesTheCut) : sum),
    0,
  );
}

function weightsOf(links: readonly ReviewedLink[]): ReadonlyMap<string, number> {
  return new Map(links.map(({ uuid, weight }) => [uuid, weight]));
}
