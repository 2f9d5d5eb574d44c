import type { elementKinds } from '../../elements/index.js';

/** The canonical fields of one kind of rows. */
export interface Layout {
  /** Must be bound to a column or a constant. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The columns of matters that tell who petitioned or reported; what they hold is sealed before it is stored. */
export const petitionerColumns = ['petitioner_name', 'petitioner_contact', 'petitioner_id_number', 'petitioner_address'] as const;

/** The layouts of the kinds of rows that every office writes alike; data/README.md tells them to people. */
export const layouts = {
  divisions: { required: ['code', 'name', 'level', 'kind'], optional: ['parent', 'valid_from', 'valid_to'] },
  categories: { required: ['standard', 'kind', 'code', 'name_zh'], optional: ['name_en', 'parent'] },
  categoryLinks: {
    required: [
      'from_standard',
      'from_kind',
      'from_code',
      'to_standard',
      'to_kind',
      'to_code',
      'relation',
      'evidence',
      'verified',
      'valid_from',
    ],
    optional: ['valid_to'],
  },
  organisations: {
    required: ['issuer', 'scheme', 'code', 'name', 'kind', 'level'],
    optional: ['division', 'parent', 'office', 'longitude', 'latitude'],
  },
  organisationIds: {
    required: ['organisation', 'issuer', 'scheme', 'code', 'evidence', 'valid_from'],
    optional: ['valid_to'],
  },
  duties: {
    required: ['standard', 'kind', 'category', 'division', 'organisation', 'valid_from'],
    optional: ['valid_to', 'document'],
  },
  lineage: {
    required: ['layer', 'kind', 'old_id', 'from'],
    optional: ['new_id', 'weight', 'inverse_weight', 'old_name', 'old_from', 'document'],
  },
  units: {
    required: ['local_id', 'name', 'valid_from'],
    optional: ['division', 'households', 'valid_to', 'members', 'buildings', 'as_of'],
  },
  boundaries: { required: ['local_id'], optional: [] },
  elements: { required: ['source_id', 'name', 'keeper'], optional: ['longitude', 'latitude', 'as_of', 'unit', 'layer'] },
  counts: { required: ['layer', 'local_id', 'measure', 'as_of'], optional: ['value'] },
  posts: { required: ['layer', 'local_id', 'post', 'organisation', 'vacant'], optional: ['duty_line'] },
  matters: {
    required: ['local_id', 'standard', 'kind', 'category', 'title', 'source', 'state', 'keeper', 'reported_at'],
    optional: [
      'text',
      'office_state',
      'lead',
      'support',
      'longitude',
      'latitude',
      'layer',
      'unit',
      'division',
      'due_at',
      'closed_at',
      'steps',
      'sealed',
      ...petitionerColumns,
    ],
  },
} as const satisfies Readonly<Record<string, Layout>>;

/** What one fact of an element is: its column, its property in the record and how its text is read. */
export interface FactField {
  readonly column: string;
  readonly property: string;
  readonly kind: 'text' | 'int' | 'bool' | { readonly oneOf: readonly string[] };
}

/** Kinds of elements that come in files of their own; organisations come from the city's register. */
export type FiledElementKind = Exclude<(typeof elementKinds)[number], 'ORGANISATION'>;

/** The facts of each kind of element. */
export const factFields: Readonly<Record<FiledElementKind, readonly FactField[]>> = {
  BUILDING: [
    { column: 'address_code', property: 'addressCode', kind: 'text' },
    { column: 'dwellings', property: 'dwellings', kind: 'int' },
    { column: 'households', property: 'households', kind: 'int' },
    { column: 'use', property: 'use', kind: 'text' },
  ],
  ESTATE: [
    { column: 'form', property: 'form', kind: { oneOf: ['OPEN', 'CLOSED', 'OLD'] } },
    { column: 'owners_committee', property: 'ownersCommittee', kind: 'bool' },
    { column: 'management_committee', property: 'managementCommittee', kind: 'bool' },
    { column: 'property_firm', property: 'propertyFirm', kind: 'text' },
    { column: 'dwellings', property: 'dwellings', kind: 'int' },
    { column: 'built_year', property: 'builtYear', kind: 'int' },
  ],
  COMPONENT: [
    { column: 'standard', property: 'standard', kind: 'text' },
    { column: 'category', property: 'category', kind: 'text' },
    { column: 'state', property: 'state', kind: { oneOf: ['INTACT', 'DAMAGED', 'LOST', 'ABANDONED', 'REMOVED'] } },
  ],
  SITE: [
    { column: 'site_kind', property: 'siteKind', kind: 'text' },
    { column: 'services', property: 'services', kind: 'text' },
  ],
};

/** The layout with an office's own columns added. */
export function withColumns(layout: Layout, columns: readonly { readonly column: string; readonly required?: boolean }[]): Layout {
  return {
    required: [...layout.required, ...columns.filter((field) => field.required).map((field) => field.column)],
    optional: [...layout.optional, ...columns.filter((field) => !field.required).map((field) => field.column)],
  };
}
