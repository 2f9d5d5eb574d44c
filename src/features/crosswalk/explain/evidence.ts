import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { GridUnit } from '../../grids/index.js';
import type { LinkBasis } from '../link-basis.js';
import type { Wording } from '../wording.js';

/** What a step of an explanation looks at, in the order in which steps are told. */
export const evidenceKinds = ['LINEAGE', 'AREA', 'HOUSEHOLDS', 'ADDRESS', 'CODE', 'REJECTION', 'DECLARATION'] as const;

/** One of {@link evidenceKinds}. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The computation that a link was published by. */
export interface CrosswalkRun {
  readonly id: string;
  /** Name and version of the overlay engine. */
  readonly engine: string;
  readonly computedAt: Date;
}

/** The ground of two drawn units, in square metres. */
export interface AreaEvidence {
  readonly areaOfAM2: number;
  readonly areaOfBM2: number;
  /** As published where a link is; measured now where none is. */
  readonly commonM2: number;
  /** Common ground below this is cut as a sliver. */
  readonly sliverBelowM2: number;
  readonly isSliver: boolean;
}

/** How many households one office counts. */
export interface HouseholdEvidence {
  readonly department: DepartmentCode;
  readonly common: number;
  readonly ofA: number;
  readonly ofB: number;
}

/** The buildings of two units, at least one of which is a list of them. */
export interface AddressEvidence {
  readonly shared: number;
  readonly ofA: number;
  readonly ofB: number;
  /** Address codes of the shared ones, ascending; the first {@link mostCodes} of them. */
  readonly codes: readonly string[];
}

/** How many address codes an explanation names. */
export const mostCodes = 50;

/** How the inverse of a link by code is found. */
export const codeRules = ['SHARE_OF_GROUND', 'EQUAL_SHARES'] as const;

/** The division codes of two units. */
export interface CodeEvidence {
  /** The unit's own division and all that contain it, the smallest first; empty without a code. */
  readonly chainOfA: readonly DivisionCode[];
  readonly chainOfB: readonly DivisionCode[];
  /** Null where neither contains the other's code. */
  readonly rule: (typeof codeRules)[number] | null;
}

/** What a person in office declared of one row (unit, layer). */
export interface DeclarationEvidence {
  readonly id: string;
  readonly documentNumber: string;
  readonly role: string;
  readonly department: DepartmentCode | null;
  readonly recordedAt: Date;
  /** Declared less computed; null where nothing was computed. */
  readonly difference: number | null;
}

/** A statement of a person in office that two units have nothing in common. */
export interface RejectionEvidence {
  readonly id: string;
  readonly documentNumber: string;
  readonly role: string;
  readonly department: DepartmentCode | null;
  readonly recordedAt: Date;
}

/** A unit that is not valid on the day that is asked for. */
export interface LineageEvidence {
  /** Which end it is. */
  readonly side: 'A' | 'B';
  readonly name: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** What took its place, with the share of it. */
  readonly successors: readonly { readonly grid: GridUnit; readonly weight: number }[];
}

/** One step of an explanation: what was looked at, and what came of it. Parts that do not belong to its kind are null. */
export interface LinkEvidence {
  readonly kind: EvidenceKind;
  /** Whether the answer rests on this step. */
  readonly decides: boolean;
  /** What this step says of the pair; null where it makes no link. */
  readonly weight: number | null;
  readonly inverseWeight: number | null;
  readonly confidence: number | null;
  readonly run: CrosswalkRun | null;
  readonly area: AreaEvidence | null;
  readonly households: readonly HouseholdEvidence[] | null;
  readonly address: AddressEvidence | null;
  readonly code: CodeEvidence | null;
  readonly declaration: DeclarationEvidence | null;
  readonly rejection: RejectionEvidence | null;
  readonly lineage: LineageEvidence | null;
  readonly sentence: Wording;
}

/** Why the link of two units is answered as it is, or why there is none. */
export interface LinkExplanation {
  /** Null where the unit is not valid on that day. */
  readonly a: GridUnit | null;
  readonly b: GridUnit | null;
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  /** The basis that is answered without being asked for; null where no link is. */
  readonly basis: LinkBasis | null;
  readonly weight: number | null;
  readonly inverseWeight: number | null;
  readonly areaM2: number | null;
  readonly confidence: number | null;
  readonly steps: readonly LinkEvidence[];
  readonly sentence: Wording;
  /** The weight computed once more from the two units alone; null without link. */
  readonly replayedWeight: number | null;
}

type Particulars = Partial<Omit<LinkEvidence, 'kind' | 'sentence' | 'decides'>>;

/** A step with only what it has to say. */
export function evidence(kind: EvidenceKind, sentence: Wording, particulars: Particulars = {}): LinkEvidence {
  return {
    kind,
    decides: false,
    weight: null,
    inverseWeight: null,
    confidence: null,
    run: null,
    area: null,
    households: null,
    address: null,
    code: null,
    declaration: null,
    rejection: null,
    lineage: null,
    ...particulars,
    sentence,
  };
}
