import { EntitySchema } from 'typeorm';

/** The columns of a row of `list_item`. */
export interface ListItemColumns {
  readonly uuid: string;
  readonly editionId: string;
  readonly ordinal: number;
  readonly standard: string;
  readonly categoryKind: string;
  readonly categoryCode: string;
  readonly divisionCode: string | null;
  readonly organisationId: string | null;
  readonly task: string;
  readonly document: string | null;
  readonly temporary: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The accepted application that the line came by; null where it came by none. */
  readonly applicationId: string | null;
}

/** The table `list_item`: the lines of every edition. A row never changes: what changes is another edition. */
export const listItemTable = new EntitySchema<ListItemColumns>({
  name: 'list_item',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'list_item_pkey' },
    editionId: { name: 'edition_id', type: 'uuid', foreignKey: { target: 'list_edition', name: 'list_item_edition_id_fkey' } },
    ordinal: { type: 'int' },
    standard: { type: 'text' },
    categoryKind: { name: 'category_kind', type: 'text' },
    categoryCode: { name: 'category_code', type: 'text' },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    organisationId: {
      name: 'organisation_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'list_item_organisation_id_fkey' },
    },
    task: { type: 'text' },
    document: { type: 'text', nullable: true },
    temporary: { type: 'boolean' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    applicationId: {
      name: 'application_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'admission_application', name: 'list_item_application_id_fkey' },
    },
  },
  checks: [
    { name: 'list_item_temporary_check', expression: 'not temporary or valid_to is not null' },
    { name: 'list_item_period_check', expression: 'valid_to > valid_from' },
  ],
  indices: [
    { name: 'list_item_by_category', columns: ['editionId', 'standard', 'categoryKind', 'categoryCode'] },
    { name: 'list_item_by_application', columns: ['applicationId'] },
  ],
});
