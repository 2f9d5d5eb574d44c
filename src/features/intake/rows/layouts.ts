import type { elementKinds } from '../../elements/index.js';
import { headersZh, type LabelsZh, labelsZh } from './chinese-headers.js';

/** The canonical fields of one kind of rows. */
export interface Layout {
  /** Must be bound to a column or a constant. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The Chinese header by field; a column is found by it as well as by the field's own name. */
  readonly headersZh?: Readonly<Record<string, string>>;
  /** What the words of a field are called in Chinese, by field and by word; a cell may hold either. */
  readonly labelsZh?: LabelsZh;
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
  holidays: {
    required: ['date', 'kind', 'name'],
    optional: ['document'],
    headersZh: headersZh.holidays,
    labelsZh: labelsZh.holidays,
  },
  limits: {
    required: ['clock', 'amount', 'unit', 'valid_from'],
    optional: ['procedure', 'standard', 'kind', 'category', 'division', 'condition', 'condition_zh', 'valid_to', 'document'],
    headersZh: headersZh.limits,
    labelsZh: labelsZh.limits,
  },
  lists: {
    required: ['list', 'edition', 'effective_from', 'published_by', 'standard', 'kind', 'category', 'task', 'valid_from'],
    optional: ['division', 'organisation', 'temporary', 'valid_to', 'document'],
    headersZh: headersZh.lists,
    labelsZh: labelsZh.lists,
  },
  forms: {
    required: ['office', 'standard', 'kind', 'category', 'form', 'key', 'label', 'valid_from'],
    optional: ['filled_from', 'required', 'valid_to', 'document'],
    headersZh: headersZh.forms,
    labelsZh: labelsZh.forms,
  },
  lineage: {
    required: ['layer', 'kind', 'old_id', 'from'],
    optional: ['new_id', 'weight', 'inverse_weight', 'old_name', 'old_from', 'document'],
  },
  units: {
    required: ['local_id', 'name', 'valid_from'],
    optional: ['division', 'households', 'valid_to', 'members', 'buildings', 'as_of', 'updated_at'],
    headersZh: headersZh.units,
  },
  boundaries: { required: ['local_id'], optional: [], headersZh: headersZh.boundaries },
  elements: {
    required: ['source_id', 'name', 'keeper'],
    optional: ['longitude', 'latitude', 'as_of', 'unit', 'layer', 'updated_at'],
    headersZh: headersZh.elements,
  },
  counts: { required: ['layer', 'local_id', 'measure', 'as_of'], optional: ['value'], headersZh: headersZh.counts },
  posts: {
    required: ['layer', 'local_id', 'post', 'organisation', 'vacant'],
    optional: ['duty_line'],
    headersZh: headersZh.posts,
    labelsZh: labelsZh.posts,
  },
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
      'updated_at',
      ...petitionerColumns,
    ],
    headersZh: headersZh.matters,
    labelsZh: labelsZh.matters,
  },
} as const satisfies Readonly<Record<string, Layout>>;

/** What one fact of an element is: its column, its property in the record and how its text is read. */
export interface FactField {
  readonly column: string;
  readonly property: string;
  readonly kind: 'text' | 'int' | 'bool' | { readonly oneOf: readonly string[] };
  readonly headerZh: string;
  /** What its words are called in Chinese. */
  readonly labelsZh?: Readonly<Record<string, string>>;
}

/** Kinds of elements that come in files of their own; organisations come from the city's register. */
export type FiledElementKind = Exclude<(typeof elementKinds)[number], 'ORGANISATION'>;

/** The facts of each kind of element. */
export const factFields: Readonly<Record<FiledElementKind, readonly FactField[]>> = {
  BUILDING: [
    { column: 'address_code', property: 'addressCode', kind: 'text', headerZh: '地址编码' },
    { column: 'dwellings', property: 'dwellings', kind: 'int', headerZh: '住宅套数' },
    { column: 'households', property: 'households', kind: 'int', headerZh: '户数' },
    { column: 'use', property: 'use', kind: 'text', headerZh: '用途' },
  ],
  ESTATE: [
    {
      column: 'form',
      property: 'form',
      kind: { oneOf: ['OPEN', 'CLOSED', 'OLD'] },
      headerZh: '小区形态',
      labelsZh: { OPEN: '开放式', CLOSED: '封闭式', OLD: '老旧' },
    },
    { column: 'owners_committee', property: 'ownersCommittee', kind: 'bool', headerZh: '有无业委会' },
    { column: 'management_committee', property: 'managementCommittee', kind: 'bool', headerZh: '有无物管会' },
    { column: 'property_firm', property: 'propertyFirm', kind: 'text', headerZh: '物业企业' },
    { column: 'dwellings', property: 'dwellings', kind: 'int', headerZh: '住宅套数' },
    { column: 'built_year', property: 'builtYear', kind: 'int', headerZh: '建成年份' },
  ],
  COMPONENT: [
    { column: 'standard', property: 'standard', kind: 'text', headerZh: '分类标准' },
    { column: 'category', property: 'category', kind: 'text', headerZh: '部件代码' },
    {
      column: 'state',
      property: 'state',
      kind: { oneOf: ['INTACT', 'DAMAGED', 'LOST', 'ABANDONED', 'REMOVED'] },
      headerZh: '部件状态',
      labelsZh: { INTACT: '完好', DAMAGED: '破损', LOST: '丢失', ABANDONED: '废弃', REMOVED: '移除' },
    },
  ],
  SITE: [
    { column: 'site_kind', property: 'siteKind', kind: 'text', headerZh: '场所类型' },
    { column: 'services', property: 'services', kind: 'text', headerZh: '服务内容' },
  ],
};

/** A column that is added to a layout. */
export interface AddedColumn {
  readonly column: string;
  readonly required?: boolean;
  readonly kind?: unknown;
  readonly headerZh: string;
  readonly labelsZh?: Readonly<Record<string, string>>;
}

/** The layout with further columns: the facts of a kind of element, or an office's own fields. */
export function withColumns(layout: Layout, columns: readonly AddedColumn[]): Layout {
  return {
    required: [...layout.required, ...columns.filter((field) => field.required).map((field) => field.column)],
    optional: [...layout.optional, ...columns.filter((field) => !field.required).map((field) => field.column)],
    headersZh: { ...layout.headersZh, ...Object.fromEntries(columns.map(({ column, headerZh }) => [column, headerZh])) },
    labelsZh: { ...layout.labelsZh, ...Object.fromEntries(columns.flatMap((field) => labelled(field))) },
  };
}

function labelled({ column, kind, labelsZh: labels }: AddedColumn): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  if (kind === 'bool') return [[column, { true: '是', false: '否' }]];
  return labels === undefined ? [] : [[column, labels]];
}
