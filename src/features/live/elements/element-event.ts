import type { DivisionCode } from '../../../kernel/ids.js';
import type { Element } from '../../elements/index.js';

/** What can happen to an element, in the log's words. */
export const elementEventKinds = ['ELEMENT_ADDED', 'ELEMENT_CHANGED', 'ELEMENT_MOVED'] as const;

/** One of {@link elementEventKinds}. */
export type ElementEventKind = (typeof elementEventKinds)[number];

/** A change of an element, with the element as it is when the change is delivered. */
export interface ElementEvent {
  readonly typeName: 'ElementEvent';
  /** Whoever resumes from it gets everything after this event. */
  readonly cursor: string;
  /** UUID by which a repeated event is known. */
  readonly eventId: string;
  readonly position: number;
  readonly kind: ElementEventKind;
  readonly element: Element;
  /** The version that this change led to; `element` may be further on already. */
  readonly version: number;
  /** Where it stood before the ground was redrawn under it: uuid of the all-elements grid, and the division; both null where nothing moved it. */
  readonly fromGridUuid: string | null;
  readonly fromDivision: DivisionCode | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}
