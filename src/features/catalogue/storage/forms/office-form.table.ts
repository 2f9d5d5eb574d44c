import { EntitySchema } from 'typeorm';

/** The columns of a row of `office_form`. */
export interface OfficeFormColumns {
  readonly uuid: string;
  readonly department: string;
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
  readonly name: string;
  readonly document: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedFrom: Date;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
}

/** The table `office_form`: the forms that offices have for categories of matters, and from when to when the platform held them for true. */
export const officeFormTable = new EntitySchema<OfficeFormColumns>({
  name: 'office_form',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'office_form_pkey' },
    department: { type: 'text' },
    standard: { type: 'text' },
    categoryKind: { name: 'category_kind', type: 'text' },
    categoryCode: { name: 'category_code', type: 'text' },
    name: { type: 'text' },
    document: { type: 'text', nullable: true },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'office_form_period_check', expression: 'valid_to > valid_from' }],
  indices: [
    {
      name: 'office_form_believed',
      columns: ['standard', 'categoryKind', 'categoryCode', 'department', 'name', 'validFrom'],
      unique: true,
      where: 'recorded_to is null',
    },
  ],
});

/** The columns of a row of `office_form_item`. */
export interface OfficeFormItemColumns {
  readonly formId: string;
  readonly key: string;
  readonly ordinal: number;
  readonly label: string;
  readonly filledFrom: string | null;
  readonly required: boolean;
}

/** The table `office_form_item`: what each form asks for. A row never changes. */
export const officeFormItemTable = new EntitySchema<OfficeFormItemColumns>({
  name: 'office_form_item',
  columns: {
    formId: {
      name: 'form_id',
      type: 'uuid',
      primary: true,
      primaryKeyConstraintName: 'office_form_item_pkey',
      foreignKey: { target: 'office_form', name: 'office_form_item_form_id_fkey' },
    },
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'office_form_item_pkey' },
    ordinal: { type: 'int' },
    label: { type: 'text' },
    filledFrom: { name: 'filled_from', type: 'text', nullable: true },
    required: { type: 'boolean' },
  },
});
