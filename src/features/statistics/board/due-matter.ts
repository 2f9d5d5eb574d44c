import type { Matter, MatterQuery } from '../../matters/index.js';

/** An open matter whose deadline has passed or draws near. */
export interface DueMatter {
  readonly matter: Matter;
  readonly dueAt: Date;
  readonly light: 'YELLOW' | 'RED';
  /** Until the deadline; negative since it has passed. */
  readonly secondsLeft: number;
  /** The clock that gives the deadline, e.g. HANDLING; null where the office gave it. */
  readonly clock: string | null;
}

/** A place on the board: what stands before a page. */
export interface DuePlace {
  readonly dueAt: Date;
  readonly uuid: string;
}

/** A page of the board. */
export interface DueWish {
  readonly query: MatterQuery;
  readonly now: Date;
  readonly first: number;
  readonly after: DuePlace | null;
}

/** A row of the board before its matter is read. */
export interface DueRow extends DuePlace {
  readonly clock: string | null;
}
