import type { NestedRings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';

/** Where a redraw stands: proposed by the township level, returned or passed by the county level, filed with the city. */
export const redrawStates = ['PROPOSED', 'RETURNED', 'NOTIFIED', 'FILED'] as const;

/** One of {@link redrawStates}. */
export type RedrawState = (typeof redrawStates)[number];

/** What a level of government does with a redraw. */
export const redrawDeeds = ['PROPOSE', 'APPROVE', 'RETURN', 'FILE'] as const;

/** One of {@link redrawDeeds}. */
export type RedrawDeed = (typeof redrawDeeds)[number];

/** Where the ground of a redraw does not fit: ground left to nobody, ground given twice, ground that was nobody's. */
export const groundFaultKinds = ['HOLE', 'OVERLAP', 'BEYOND'] as const;

/** One of {@link groundFaultKinds}. */
export type GroundFaultKind = (typeof groundFaultKinds)[number];

/** A piece of ground that does not fit. */
export interface GroundFault {
  readonly kind: GroundFaultKind;
  readonly areaM2: number;
  /** A place in it, degrees, EPSG:4326. */
  readonly longitude: number;
  readonly latitude: number;
  /** Local ids of the units that it lies in. */
  readonly localIds: readonly SourceId[];
}

/** Why ground is left over, given twice or taken in on purpose; null where nothing of the kind is meant. */
export interface DeclaredFaults {
  readonly gaps: string | null;
  readonly overlaps: string | null;
  readonly beyond: string | null;
}

/** A predecessor as somebody names it where nothing is drawn. */
export interface DeclaredPredecessor {
  readonly localId: SourceId;
  /** Share of the predecessor that goes to the new unit. */
  readonly weight: number;
  /** Share of the new unit that comes from the predecessor. */
  readonly inverseWeight: number;
}

/** A unit of a redraw: one that ends, or one that begins. */
export interface RedrawUnit {
  readonly localId: SourceId;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  readonly households: number | null;
  /** Coordinates of a GeoJSON MultiPolygon, EPSG:4326; null where the office draws none. */
  readonly boundary: NestedRings | null;
  readonly areaM2: number | null;
  /** Empty where the outlines tell them. */
  readonly predecessors: readonly DeclaredPredecessor[];
  /** The unit itself; of one that begins null until the redraw is filed. */
  readonly uuid: string | null;
}

/** One step of the procedure: who did what, on whose behalf, by which document. */
export interface RedrawAct {
  /** The version that it led to. */
  readonly version: number;
  readonly deed: RedrawDeed;
  readonly subject: string;
  readonly role: string;
  readonly organisationUuid: string;
  readonly document: string;
  readonly at: Date;
}

/** What an office has been told, and whether it has taken note. */
export interface RedrawNotice {
  readonly department: DepartmentCode;
  readonly notifiedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
}

/** A new division of some units of one layer, on its way through the procedure. */
export interface Redraw {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  /** The first day of the new division. */
  readonly effectiveFrom: CalendarDate;
  readonly state: RedrawState;
  /** Rises with every step. */
  readonly version: number;
  readonly declared: DeclaredFaults;
  /** What does not fit and was declared. */
  readonly findings: readonly GroundFault[];
  readonly ends: readonly RedrawUnit[];
  readonly begins: readonly RedrawUnit[];
  readonly acts: readonly RedrawAct[];
  readonly notices: readonly RedrawNotice[];
  readonly proposedAt: Date;
}
