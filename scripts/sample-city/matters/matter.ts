import type { Category } from '../categories/category.js';
import type { Place } from '../plane/plane.js';

/** The states of a matter that the sample uses. */
export type State =
  | 'REPORTED'
  | 'SETTLED'
  | 'UNDER_REVIEW'
  | 'MERGED'
  | 'REFUSED'
  | 'DISPATCHED'
  | 'ACCEPTED'
  | 'HANDLING'
  | 'FEEDBACK'
  | 'VERIFYING'
  | 'CLOSED'
  | 'RETURNED'
  | 'SUSPENDED'
  | 'WITHDRAWN'
  | 'OTHER_PROCEDURE';

/** What an office knows of a matter when it is reported. */
export interface Draft {
  readonly category: Category;
  readonly title: string;
  readonly text: string;
  readonly source: 'GRID' | 'RESIDENT' | 'HOTLINE' | 'COURIER' | 'OFFICE' | 'SENSOR';
  readonly keeper: string;
  /** Sends the matter on: the township-level government, or the office itself. */
  readonly dispatcher: string;
  readonly lead: string;
  readonly support: readonly string[];
  readonly place: Place | null;
  readonly layer: string;
  readonly unit: string;
  readonly division: string;
  /** Hours within which it should be done; null where nobody set a limit. */
  readonly limitHours: number | null;
  readonly sealed: boolean;
  readonly own: Readonly<Record<string, string>>;
}

/** One step of a matter's history. */
export interface Step {
  readonly state: State;
  /** Minutes since the first day. */
  readonly minute: number;
  readonly organisation: string;
}

/** A matter with its history. */
export interface Matter extends Draft {
  readonly localId: string;
  readonly reportedAt: number;
  readonly steps: readonly Step[];
}
