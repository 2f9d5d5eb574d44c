import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { MatterSource, MatterState } from './matter.js';

/** One step that a matter has taken, as its office tells it. */
export interface MatterStep {
  readonly state: MatterState;
  readonly at: Date;
  readonly organisationCode: string | null;
}

/** A unit that a matter lies in, and how sure that is: 1 by its point or its own office's word, else the weight of the link it came by. */
export interface Placement {
  readonly unitUuid: string;
  readonly weight: number;
}

/** A matter as it arrives from the office whose register it stands in, already placed. Accusations never arrive. */
export interface MatterArrival {
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  readonly source: MatterSource;
  /** Already safe to show: of a sealed matter made from category and division. */
  readonly title: string;
  readonly standard: string | null;
  readonly categoryKind: string | null;
  readonly categoryCode: string | null;
  readonly state: MatterState;
  readonly officeState: string | null;
  readonly keeperCode: string;
  readonly leadCodes: readonly string[];
  readonly supportCodes: readonly string[];
  readonly sealed: boolean;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly divisionCode: DivisionCode | null;
  readonly gridUuid: string | null;
  readonly unitUuid: string | null;
  readonly placements: readonly Placement[];
  readonly reportedAt: Date;
  readonly dueAt: Date | null;
  /** In order; the first is the report, the last agrees with `state`. */
  readonly steps: readonly MatterStep[];
  readonly contentHash: string;
}

/** Writes arriving matters into the city index, with their assignments, history and events, in the caller's transaction. */
export interface MatterIndexWriter {
  /** Idempotent; a changed matter rises in version. Answers how many matters really changed. */
  apply(sql: Sql, arrivals: readonly MatterArrival[]): Promise<number>;
}
