import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { CategoryKey } from '../../categories/index.js';

/** What every report of a matter tells, and so fills forms: told once, asked by nobody again. */
export const commonFields = [
  'NUMBER',
  'TITLE',
  'CATEGORY',
  'CATEGORY_CODE',
  'SOURCE',
  'STATE',
  'REPORTED_AT',
  'DUE_AT',
  'DIVISION',
  'LONGITUDE',
  'LATITUDE',
  'ALL_ELEMENTS_GRID',
  'OFFICE_GRID',
] as const;

/** One of {@link commonFields}; OFFICE_GRID is the code in the office's own layer. */
export type CommonField = (typeof commonFields)[number];

/** An item that an office asks for. */
export interface FormItem {
  /** The office's own name of the item, once in a form. */
  readonly key: string;
  readonly label: string;
  /** The common field that fills it; null where no report tells it. */
  readonly filledFrom: CommonField | null;
  readonly required: boolean;
}

/** A form of an office for the matters of a category and all below it. */
export interface OfficeForm {
  readonly uuid: string;
  readonly department: DepartmentCode;
  readonly category: CategoryKey;
  readonly name: string;
  readonly document: string | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly items: readonly FormItem[];
}
