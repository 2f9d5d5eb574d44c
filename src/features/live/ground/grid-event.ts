import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionCode, LayerKey } from '../../../kernel/ids.js';
import type { LinkDecision } from '../../crosswalk/index.js';
import type { DivisionLevel } from '../../divisions/index.js';
import type { LineageUnit, Redraw } from '../../lineage/index.js';

/** What can happen to the ground, in the log's words. */
export const gridEventKinds = [
  'UNIT_ADDED',
  'UNIT_CHANGED',
  'UNIT_RETIRED',
  'REDRAW_NOTIFIED',
  'REDRAW_FILED',
  'LINKS_CHANGED',
  'CROSSWALK_PUBLISHED',
  'LINK_DECLARED',
  'LINK_REJECTED',
  'DECISION_WITHDRAWN',
  'DIVISION_ADDED',
  'DIVISION_CHANGED',
] as const;

/** One of {@link gridEventKinds}. */
export type GridEventKind = (typeof gridEventKinds)[number];

/** What every change of the ground says of itself. */
export interface GridChange {
  /** Whoever resumes from it gets everything after this event. */
  readonly cursor: string;
  /** UUID by which a repeated event is known. */
  readonly eventId: string;
  readonly position: number;
  readonly kind: GridEventKind;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** A unit that gave ground to another or took ground from it, by one step of its lineage. */
export interface UnitShare {
  readonly unit: LineageUnit;
  /** Share of the old unit that went to the new one. */
  readonly weight: number;
  /** Share of the new unit that came from the old one. */
  readonly inverseWeight: number;
  /** The first day of the new state. */
  readonly effectiveOn: CalendarDate;
}

/** A unit as it is known at delivery, with the steps next to it. */
export interface UnitOnRecord {
  readonly unit: LineageUnit;
  /** What took its place, or a part of it; heaviest first. */
  readonly successors: readonly UnitShare[];
  /** What it came from; heaviest first. */
  readonly predecessors: readonly UnitShare[];
}

/** A unit was added, changed or retired. */
export interface UnitEvent extends GridChange, UnitOnRecord {
  readonly typeName: 'UnitEvent';
  readonly divisionCode: DivisionCode | null;
  /** Public id of the redraw that did it; null where an office's file did. */
  readonly redrawId: string | null;
  /** The first day on which it holds. */
  readonly effectiveFrom: CalendarDate;
}

/** Links between units are others now. */
export interface LinksEvent extends GridChange {
  readonly typeName: 'LinksEvent';
  /** Whose links; null where the event closes a computation. */
  readonly unit: LineageUnit | null;
  /** Towards which layers. */
  readonly towards: readonly LayerKey[];
  /** Whether the links of any unit may be others now, which no events of single units tell. */
  readonly ofEveryUnit: boolean;
}

/** Somebody decided about links. */
export interface DecisionEvent extends GridChange {
  readonly typeName: 'DecisionEvent';
  readonly decision: LinkDecision;
  /** The decision that it ends; null where it stands by itself. */
  readonly ended: LinkDecision | null;
}

/** A redraw was made known, or filed. */
export interface RedrawEvent extends GridChange {
  readonly typeName: 'RedrawEvent';
  readonly redraw: Redraw;
}

/** A division was added or changed; the last period of it as the event tells it. */
export interface DivisionEvent extends GridChange {
  readonly typeName: 'DivisionEvent';
  readonly code: DivisionCode;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parentCode: DivisionCode | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** A change of units, links or divisions. */
export type GridEvent = UnitEvent | LinksEvent | DecisionEvent | RedrawEvent | DivisionEvent;
