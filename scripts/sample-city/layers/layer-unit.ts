import type { Shape } from '../plane/plane.js';

/** One row of a layer: what all units have, and the office's own columns as text. */
export interface LayerUnit {
  readonly localId: string;
  readonly name: string;
  /** Empty where the office names no division. */
  readonly division: string;
  readonly households: number | null;
  readonly validFrom: string;
  /** Null where the office draws no boundary. */
  readonly shape: Shape | null;
  readonly members?: readonly string[];
  readonly buildings?: readonly string[];
  readonly own: Readonly<Record<string, string>>;
}

/** Three digits of a serial within a community. */
export function serial3(number: number): string {
  return String(number).padStart(3, '0');
}
