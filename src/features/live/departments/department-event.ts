import type { DepartmentCode } from '../../../kernel/ids.js';
import type { OfficeState } from '../../intake/index.js';

/** An office stands otherwise with the platform than before. */
export interface DepartmentEvent {
  readonly typeName: 'DepartmentEvent';
  /** Whoever resumes from it gets everything after this event. */
  readonly cursor: string;
  /** UUID by which a repeated event is known. */
  readonly eventId: string;
  readonly position: number;
  readonly department: DepartmentCode;
  /** How it stood after this change; by now it may stand otherwise again. */
  readonly state: OfficeState;
  /** How it stood before; null at first. */
  readonly from: OfficeState | null;
  readonly since: Date;
  /** Everything that the office held then was held here; null before the first time, and for who reads none of its data. */
  readonly asOf: Date | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}
