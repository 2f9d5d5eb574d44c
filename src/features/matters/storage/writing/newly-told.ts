import type { MatterState } from '../../matter.js';
import type { MatterArrival, MatterStep } from '../../ports.js';

/** One step of a matter's history. */
export interface HeldStep {
  readonly from: MatterState | null;
  readonly state: MatterState;
  readonly at: Date;
  readonly madeIn: 'OFFICE' | 'PLATFORM';
}

/** What an office tells that the history does not hold. */
export interface NewlyTold {
  readonly steps: readonly MatterStep[];
  /** Whether it was told without knowledge of the platform's own steps, which stand. */
  readonly unknown: boolean;
}

/** How far apart an office and the platform may date one and the same step. */
const aboutTheSameMs = 3_600_000;

/**
 * Finds in an arrival what its history does not hold. A step is known by its state and instant; one that the office told before keeps its
 * place although its instant was corrected; one that the platform took is recognised within an hour. What is told afterwards of the time
 * before the last known step changes nothing: histories are only added to. `now` dates what an office takes back.
 */
export function newlyTold(history: readonly HeldStep[], { steps, state }: MatterArrival, now: Date): NewlyTold {
  const places = placesOf(history, steps);
  const lastPlace = Math.max(-1, ...places.map((place) => place ?? -1));
  const lastKnown = places.findLastIndex((place) => place !== null);
  const until = history[lastPlace]?.at ?? null;
  const further = steps.filter((step, index) => places[index] === null && (index > lastKnown || until === null || step.at >= until));
  const after = history.slice(lastPlace + 1);
  const unknown = after.some(({ madeIn, from, state: to }) => madeIn === 'PLATFORM' && from !== to);
  if (further.length > 0 || unknown) return { steps: further, unknown };
  const isTakenBack = after.some(({ madeIn }) => madeIn === 'OFFICE') && history.at(-1)!.state !== state;
  return { steps: isTakenBack ? [{ state, at: now, organisationCode: null }] : [], unknown };
}

/** Where in the history each told step stands; null where it does not. */
function placesOf(history: readonly HeldStep[], told: readonly MatterStep[]): readonly (number | null)[] {
  const free = new Set(history.keys());
  const take = (isIt: (held: HeldStep) => boolean): number | null => {
    const found = [...free].find((index) => isIt(history[index]!)) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const exact = told.map((step) => take((held) => held.state === step.state && held.at.getTime() === step.at.getTime()));
  return exact.map((place, index) => place ?? take((held) => isAlike(held, told[index]!)));
}

function isAlike(held: HeldStep, { state, at }: MatterStep): boolean {
  if (held.state !== state) return false;
  return held.madeIn === 'OFFICE' || Math.abs(held.at.getTime() - at.getTime()) <= aboutTheSameMs;
}
