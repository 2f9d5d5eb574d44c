import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { CategoryKey } from '../categories/index.js';
import type { FormItem } from './forms/office-form.js';
import type { ListKind } from './list.js';

/** A line of a list as a city pack brings it, with what it says of its edition. */
export interface ListLineArrival {
  readonly kind: ListKind;
  readonly edition: number;
  readonly effectiveFrom: CalendarDate;
  /** The document by which the edition was published. */
  readonly publishedBy: string;
  readonly category: CategoryKey;
  readonly divisionCode: DivisionCode | null;
  readonly organisationCode: SourceId | null;
  readonly task: string;
  readonly document: string | null;
  readonly temporary: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** An item of an office's form as a city pack brings it, with what it says of its form. */
export interface FormItemArrival extends FormItem {
  readonly department: DepartmentCode;
  readonly category: CategoryKey;
  readonly form: string;
  readonly document: string | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** When what arrives is recorded, and whether it is all that the pack has to say. */
export interface ArrivalTerms {
  readonly recordedAt: Date;
  readonly complete: boolean;
}

/**
 * Brings a pack's lists and forms into the index, in the caller's transaction. An edition or form that says something else closes what was
 * believed of it; of a `complete` pack, what is no longer in it is no longer believed. What a person published stands. Each method answers
 * how many editions or forms changed; the same again changes none.
 */
export interface CatalogueWriter {
  applyLists(sql: Sql, arrivals: readonly ListLineArrival[], terms: ArrivalTerms): Promise<number>;
  applyForms(sql: Sql, arrivals: readonly FormItemArrival[], terms: ArrivalTerms): Promise<number>;
}
