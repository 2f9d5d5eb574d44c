import type { MatterState } from '../../matter.js';
import type { MatterArrival } from '../../ports.js';

type GivenStep = MatterArrival['steps'][number];

/** A step on its way into a history. */
export interface NewStep extends GivenStep {
  readonly version: number;
  readonly from: MatterState | null;
}

/** An arrival with what the index says of it so far. */
export interface KnownArrival {
  readonly arrival: MatterArrival;
  readonly uuid: string;
  readonly version: number;
  readonly isNew: boolean;
  /** What the history may not hold yet. */
  readonly newSteps: readonly NewStep[];
  /** What its office claims without knowing of the platform's own steps, which stand; null where nothing stands against it. */
  readonly reported: Pick<MatterArrival, 'state' | 'officeState' | 'steps'> | null;
  /** What the index holds; null of a new matter. */
  readonly held: HeldStand | null;
}

/** Where a matter stands, and what stands or falls with that. */
export interface HeldStand {
  readonly state: MatterState;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly leadUuid: string | null;
}

/** Every step of an arrival, counted from 1. */
export function allSteps({ steps }: MatterArrival): readonly NewStep[] {
  return steps.map((step, index) => ({ ...step, version: index + 1, from: steps[index - 1]?.state ?? null }));
}
