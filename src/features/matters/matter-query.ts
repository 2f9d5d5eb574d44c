import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Light } from './light.js';
import type { MatterSource, MatterState } from './matter.js';

/** The conditions on matters that stand side by side; all must hold, those left out hold always. */
export interface MatterConditions {
  readonly departments?: readonly DepartmentCode[];
  readonly states?: readonly MatterState[];
  readonly sources?: readonly MatterSource[];
  /** Open or closed. */
  readonly isOpen?: boolean;
  /** The divisions that count, communities and above, written out. */
  readonly divisionCodes?: readonly DivisionCode[];
  /** Placed in one of these units. */
  readonly unitUuids?: readonly string[];
  readonly category?: { readonly standard?: string; readonly kind?: string; readonly code?: string };
  /** Half-open. */
  readonly reportedFrom?: Date;
  readonly reportedBefore?: Date;
  readonly closedFrom?: Date;
  readonly closedBefore?: Date;
  readonly dueFrom?: Date;
  readonly dueBefore?: Date;
  /** One of these lights at the instant. */
  readonly light?: { readonly lights: readonly Light[]; readonly at: Date };
  /** Contained in the title, literally. */
  readonly titleContains?: string;
  /** Within so many metres of a point, measured on the ellipsoid; never a sealed matter. */
  readonly near?: { readonly longitude: number; readonly latitude: number; readonly metres: number };
  /** Its point lies in this rectangle or on its border: west, south, east, north, degrees; never a sealed matter. */
  readonly area?: readonly [west: number, south: number, east: number, north: number];
  /** Led or supported now by one organisation that all of this holds for: it is one of these, it represents one of these offices. */
  readonly responsible?: { readonly organisationUuids?: readonly string[]; readonly departments?: readonly DepartmentCode[] };
  /** About this element, which the scope must show; never a sealed matter. */
  readonly aboutElement?: string;
  /** Led now by the organisation of this code; a code that several issuers gave out names none. */
  readonly leadCode?: SourceId;
  /** An organisation that it is assigned to now. */
  readonly assignedTo?: string;
}

/** Conditions that may be combined. */
export interface MatterQuery extends MatterConditions {
  readonly and?: readonly MatterQuery[];
  readonly or?: readonly MatterQuery[];
  readonly not?: MatterQuery;
}

/** What matters are sorted by; the id decides between equals. */
export interface MatterOrdering {
  readonly by: 'REPORTED_AT' | 'DUE_AT' | 'CLOSED_AT';
  readonly descending: boolean;
}

/** Where a page begins: the sort value (epoch milliseconds; null for none) and the uuid of the last row before it. */
export interface MatterPageStart {
  readonly value: number | null;
  readonly uuid: string;
}

/** A page asked of the read model. */
export interface MatterPageWish {
  readonly query: MatterQuery;
  readonly ordering: MatterOrdering;
  readonly first: number;
  readonly after: MatterPageStart | null;
}
