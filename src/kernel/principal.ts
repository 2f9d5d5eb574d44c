import type { DepartmentCode, DivisionCode } from './ids.js';

/** Who asks: a person or a machine, the office it belongs to and the divisions it may see. */
export interface Principal {
  /** Stable name, e.g. `demo-analyst`. */
  readonly subject: string;
  readonly kind: 'PERSON' | 'MACHINE';
  readonly role: string;
  /** The office it speaks for; null for the city as a whole. */
  readonly department: DepartmentCode | null;
  /** Codes of the divisions it may see; the city's own code means everything. */
  readonly divisions: readonly DivisionCode[];
}
