import type { CalendarDate } from '../../kernel/dates.js';
import { groupBy } from '../../kernel/group-by.js';
import type { LineageStep } from './lineage-step.js';

/** What composing needs of a step. */
export type ComposedStep = Pick<LineageStep, 'fromUuid' | 'toUuid' | 'weight' | 'inverseWeight' | 'effectiveOn' | 'basis'>;

/** The part of the asked unit that lies in another one. All shares but `inverseWeight` are of the asked unit. */
export interface Share {
  readonly uuid: string;
  /** The products of the weights along all ways, added up: right where ground is spread evenly. */
  readonly weight: number;
  /** The true share is never less … */
  readonly low: number;
  /** … and never more than this. Equal to `low` where every step on the way is whole. */
  readonly high: number;
  /** Share of the other unit that comes from the asked one. */
  readonly inverseWeight: number;
  /** How large the other unit is, the asked one being 1; null where statements disagree about it. */
  readonly size: number | null;
  /** The day of the last step; null for the asked unit itself. */
  readonly since: CalendarDate | null;
  /** Steps on the longest way. */
  readonly steps: number;
  /** Whether every weight on the way was measured on outlines. */
  readonly isMeasured: boolean;
}

/** What is asked of {@link composeLineage}. */
export interface LineageQuestion {
  readonly from: string;
  readonly at: CalendarDate;
  /** Every step that leads on from `from` and every other to a unit on the way, in any order; those after `at` are passed over. */
  readonly steps: readonly ComposedStep[];
  /** The day on which a unit is no longer in force; null while it is. */
  readonly endOf: (uuid: string) => CalendarDate | null;
}

/** A share on its way, with the size of the unit that it lies in; the asked unit's size is 1. */
interface Part extends Omit<Share, 'uuid' | 'inverseWeight' | 'size'> {
  readonly size: number;
  /** Whether all ways agree on the size; where they do not, a unit that is divided on bounds nothing. */
  readonly isSizeSure: boolean;
}

const sizeTolerance = 1e-6;
/** A bound this narrow is rounding. */
const rounding = 1e-12;

/**
 * Follows one unit through all steps up to a day, and answers where its ground lies then: one share for each unit it has come to,
 * units that ended without a successor included. A unit that gives ground away and stays in force keeps the rest.
 *
 * Bounds are Fréchet's: of the parts x and y of one unit b, at least x + y − |b| and at most min(x, y) is common to both. They are
 * carried from step to step as intervals of amounts and added over the ways, so that the overlay of the two outlines, were they
 * drawn, lies between `low` and `high`.
 */
export function composeLineage({ from, at, steps, endOf }: LineageQuestion): readonly Share[] {
  let parts: ReadonlyMap<string, Part> = new Map([[from, whole]]);
  const due = distinctPairs(steps).filter(({ effectiveOn }) => effectiveOn <= at);
  const byDay = [...groupBy(due, ({ effectiveOn }) => effectiveOn)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, ofDay] of byDay) parts = afterDay(parts, ofDay, (uuid) => (endOf(uuid) ?? '9999-12-31') > day);
  return [...parts].map(([uuid, part]) => shareOf(uuid, part));
}

const whole: Part = { weight: 1, low: 1, high: 1, since: null, steps: 0, isMeasured: true, size: 1, isSizeSure: true };

/** A pair that has several kinds on one day is one step. */
function distinctPairs(steps: readonly ComposedStep[]): readonly ComposedStep[] {
  const pairs = new Map<string, ComposedStep>();
  for (const step of steps) {
    const key = `${step.fromUuid} ${step.toUuid} ${step.effectiveOn}`;
    if (step.fromUuid !== step.toUuid && !pairs.has(key)) pairs.set(key, step);
  }
  return [...pairs.values()];
}

function afterDay(
  before: ReadonlyMap<string, Part>,
  steps: readonly ComposedStep[],
  goesOn: (uuid: string) => boolean,
): ReadonlyMap<string, Part> {
  const leaving = groupBy(steps, ({ fromUuid }) => fromUuid);
  const arriving = groupBy(steps, ({ toUuid }) => toUuid);
  const after = new Map<string, Part>();
  const add = (uuid: string, part: Part): void => {
    if (part.high > 0) after.set(uuid, added(after.get(uuid), part));
  };
  for (const [uuid, part] of before) {
    const [out, into] = [leaving.get(uuid) ?? [], arriving.get(uuid) ?? []];
    for (const step of out) add(step.toUuid, passed(part, step));
    if (out.length === 0 || goesOn(uuid)) add(uuid, kept(part, 1 - sum(out, 'weight'), 1 - sum(into, 'inverseWeight')));
  }
  return after;
}

function sum(steps: readonly ComposedStep[], of: 'weight' | 'inverseWeight'): number {
  return steps.reduce((total, step) => total + step[of], 0);
}

/** The part that goes with a step. */
function passed(part: Part, step: ComposedStep): Part {
  return {
    ...through(part, step.weight),
    since: step.effectiveOn,
    steps: part.steps + 1,
    isMeasured: part.isMeasured && step.basis === 'AREA',
    size: (part.size * step.weight) / step.inverseWeight,
  };
}

/** The part that stays in a unit which gives `1 − weight` of itself away and is `1 − inverse` new afterwards. */
function kept(part: Part, weight: number, inverse: number): Part {
  if (weight >= 1 && inverse >= 1) return part;
  const rest = Math.max(0, weight);
  const isSizeSure = part.isSizeSure && inverse > 0;
  return { ...through(part, rest), size: isSizeSure ? (part.size * rest) / inverse : part.size, isSizeSure };
}

function through(part: Part, weight: number): Part {
  const { low, high, size, isSizeSure } = part;
  const given = size * weight;
  return {
    ...part,
    weight: part.weight * weight,
    low: weight >= 1 ? low : isSizeSure ? Math.max(0, low + given - size) : 0,
    high: weight >= 1 || !isSizeSure ? high : Math.min(high, given),
  };
}

function added(one: Part | undefined, other: Part): Part {
  if (one === undefined) return other;
  const size = Math.max(one.size, other.size);
  return {
    weight: one.weight + other.weight,
    low: one.low + other.low,
    high: one.high + other.high,
    since: (one.since ?? '') > (other.since ?? '') ? one.since : other.since,
    steps: Math.max(one.steps, other.steps),
    isMeasured: one.isMeasured && other.isMeasured,
    size,
    isSizeSure: one.isSizeSure && other.isSizeSure && Math.abs(one.size - other.size) <= sizeTolerance * size,
  };
}

/** Rounding, and statements that contradict each other, never make more than the whole of either unit. */
function shareOf(uuid: string, { weight, low, high, since, steps, isMeasured, size, isSizeSure }: Part): Share {
  const most = isSizeSure ? Math.min(1, size) : 1;
  const bounded = (share: number): number => Math.min(most, Math.max(0, share));
  const told = bounded(weight);
  const isExact = high - low <= rounding;
  return {
    uuid,
    weight: told,
    low: isExact ? told : Math.min(told, bounded(low)),
    high: isExact ? told : Math.max(told, bounded(high)),
    inverseWeight: Math.min(1, told / size),
    size: isSizeSure ? size : null,
    since,
    steps,
    isMeasured,
  };
}
