import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode } from '../../kernel/ids.js';
import type { CategoryKey } from '../categories/index.js';

/**
 * The lists that govern: ADMISSION 网格事项准入清单 (what may be asked of grid staff), WHISTLE 吹哨事项清单 (what a township-level unit may call
 * departments together for), DUTY 报到职责清单 (who must answer such a call).
 */
export const listKinds = ['ADMISSION', 'WHISTLE', 'DUTY'] as const;

/** One of {@link listKinds}. */
export type ListKind = (typeof listKinds)[number];

/** What a line of a list says of a category and all below it. */
export interface ListLine {
  readonly category: CategoryKey;
  /** The part of the city that the line is about, with all below; null for all of it. Only the duty list tells parts apart. */
  readonly divisionCode: DivisionCode | null;
  /** Who applied for the matter, called for the whistle, or must answer it; null where nobody is named. */
  readonly organisationUuid: string | null;
  /** What is asked: of grid staff, of the call, or of the organisation that answers. */
  readonly task: string;
  /** The document that the line rests on. */
  readonly document: string | null;
  /** Urgent and for a while: always with an end. */
  readonly temporary: boolean;
  readonly validFrom: CalendarDate;
  /** Exclusive; null while open. */
  readonly validTo: CalendarDate | null;
}

/** A line as its edition holds it; it never changes. */
export interface ListItem extends ListLine {
  readonly uuid: string;
}

/** One published edition of a list: in force from its day until the next edition's. */
export interface ListEdition {
  readonly uuid: string;
  readonly kind: ListKind;
  /** From 1, by kind. */
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  /** The day on which the next edition takes its place; null while there is none. */
  readonly effectiveTo: CalendarDate | null;
  /** The document by which it was published. */
  readonly document: string;
  /** When the platform learnt of it. */
  readonly recordedFrom: Date;
  readonly items: number;
}

/** The edition of a list that is in force, with those of its lines in force that speak of the asked categories. */
export interface ListInForce {
  readonly kind: ListKind;
  readonly number: number;
  /** `nearness` is the place of the line's category among those asked. */
  readonly items: readonly (ListItem & { readonly nearness: number })[];
}
