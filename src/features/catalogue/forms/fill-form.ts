import type { CommonField, FormItem, OfficeForm } from './office-form.js';

/** What was reported of a matter, once; null where it was not. */
export type ReportedFacts = Readonly<Record<CommonField, string | null>>;

/** An item with what fills it. */
export interface FilledItem extends FormItem {
  /** Null where nothing fills it. */
  readonly value: string | null;
}

/** A form with what was reported once. */
export interface FilledForm extends Omit<OfficeForm, 'items'> {
  readonly items: readonly FilledItem[];
  /** The necessary items that nothing fills. */
  readonly missing: readonly FilledItem[];
}

/** Fills an office's form from one report. */
export function fillForm({ items, ...form }: OfficeForm, facts: ReportedFacts): FilledForm {
  const filled = items.map((item) => ({ ...item, value: item.filledFrom === null ? null : facts[item.filledFrom] }));
  return { ...form, items: filled, missing: filled.filter(({ required, value }) => required && value === null) };
}
