import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Placement } from '../ports.js';

/** An open matter with all by which it is placed, and where it lies now. */
export interface HeldMatter {
  readonly uuid: string;
  readonly department: DepartmentCode | null;
  readonly bornIn: 'OFFICE' | 'PLATFORM';
  readonly version: number;
  readonly reportedAt: Date;
  /** Both null where it was reported without one, and where it is sealed. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly divisionCode: DivisionCode | null;
  readonly gridUuid: string | null;
  readonly unitUuid: string | null;
  readonly placements: readonly Placement[];
}

/** A matter that lies elsewhere by now. */
export interface MovedMatter {
  readonly matter: HeldMatter;
  readonly divisionCode: DivisionCode | null;
  readonly gridUuid: string | null;
  readonly placements: readonly Placement[];
}
