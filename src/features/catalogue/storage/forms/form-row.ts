import type { FormItem, OfficeForm } from '../../forms/office-form.js';

/** A form as a statement answers it. */
export interface FormRow extends Omit<OfficeForm, 'category' | 'items'> {
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
  readonly items: readonly FormItem[] | null;
}

/** The columns of a {@link FormRow}, of a row called `form`. */
export const formColumns = `form.id as uuid, form.department, form.standard, form.category_kind as "categoryKind", form.category_code as "categoryCode",
  form.name, form.document, form.valid_from::text as "validFrom", form.valid_to::text as "validTo",
  (select json_agg(json_build_object('key', item.key, 'label', item.label, 'filledFrom', item.filled_from, 'required', item.required)
          order by item.ordinal) from office_form_item item where item.form_id = form.id) as items`;

/** The form of a row. */
export function formOf({ standard, categoryKind, categoryCode, items, ...row }: FormRow): OfficeForm {
  return { ...row, category: { standard, kind: categoryKind, code: categoryCode }, items: items ?? [] };
}
