import type { MatterState, ReportedTransition } from '../../matter.js';
import type { MatterArrival, MatterStep } from '../../ports.js';

/** A step on its way into a history. */
export interface NewStep extends MatterStep {
  readonly version: number;
  readonly from: MatterState | null;
}

/** An arrival with what the index says of it so far. */
export interface KnownArrival {
  readonly arrival: MatterArrival;
  readonly uuid: string;
  /** What the index holds; null of a new matter. */
  readonly held: HeldStand | null;
}

/** An arrival, held against its procedure and against the platform's own steps. */
export interface JudgedArrival extends KnownArrival {
  /** Where the matter stands after it. */
  readonly state: MatterState;
  readonly version: number;
  /** What the history does not hold yet and its procedure lets follow. */
  readonly newSteps: readonly NewStep[];
  /** What its office tells beyond that; null where all of it could be applied. */
  readonly reported: ReportedTransition | null;
  /** Whether the platform's own stand holds against what its office says: who handles it, until when, since when it is closed. */
  readonly standsHere: boolean;
  /** Whether it stays where it was placed, whatever has been redrawn since: a closed one whose point and unit its office has not changed. */
  readonly keepsPlace: boolean;
}

/** Where a matter stands, and what stands or falls with that. */
export interface HeldStand {
  readonly state: MatterState;
  readonly officeState: string | null;
  readonly version: number;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly yellowAt: Date | null;
  readonly leadUuid: string | null;
  readonly reportedAt: Date;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly unitUuid: string | null;
  readonly gridUuid: string | null;
  readonly divisionCode: string | null;
}
