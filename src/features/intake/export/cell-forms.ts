import type { TablePart } from '../office/table-part.js';
import type { layouts } from '../rows/layouts.js';
import { type factFields } from '../rows/layouts.js';

/** How the cells of a column are filled. */
export type CellForm = 'ID' | 'TEXT' | 'DATE' | 'INSTANT' | 'INT' | 'NUMBER' | 'DEGREES' | 'BOOL' | 'WORD' | 'LIST' | 'STEPS';

type FormsOf<Rows extends keyof typeof layouts> = Readonly<
  Record<(typeof layouts)[Rows]['required'][number] | (typeof layouts)[Rows]['optional'][number], CellForm>
>;

const point = { longitude: 'DEGREES', latitude: 'DEGREES', layer: 'ID', unit: 'ID' } as const;

const units: FormsOf<'units'> = {
  local_id: 'ID',
  name: 'TEXT',
  valid_from: 'DATE',
  valid_to: 'DATE',
  division: 'ID',
  households: 'INT',
  members: 'LIST',
  buildings: 'LIST',
  as_of: 'DATE',
  updated_at: 'INSTANT',
};
const elements: FormsOf<'elements'> = { ...point, source_id: 'ID', name: 'TEXT', keeper: 'ID', as_of: 'INSTANT', updated_at: 'INSTANT' };
const counts: FormsOf<'counts'> = { layer: 'ID', local_id: 'ID', measure: 'TEXT', as_of: 'DATE', value: 'INT' };
const posts: FormsOf<'posts'> = { layer: 'ID', local_id: 'ID', post: 'WORD', organisation: 'ID', vacant: 'BOOL', duty_line: 'ID' };
const matters: FormsOf<'matters'> = {
  ...point,
  local_id: 'ID',
  standard: 'TEXT',
  kind: 'WORD',
  category: 'ID',
  title: 'TEXT',
  source: 'WORD',
  state: 'WORD',
  keeper: 'ID',
  reported_at: 'INSTANT',
  text: 'TEXT',
  office_state: 'TEXT',
  lead: 'LIST',
  support: 'LIST',
  division: 'ID',
  due_at: 'INSTANT',
  closed_at: 'INSTANT',
  steps: 'STEPS',
  sealed: 'BOOL',
  updated_at: 'INSTANT',
  petitioner_name: 'TEXT',
  petitioner_contact: 'ID',
  petitioner_id_number: 'ID',
  petitioner_address: 'TEXT',
};

/** The forms of the fields that every office fills alike, by field. */
export const commonForms: Readonly<Record<TablePart['rows'], Readonly<Record<string, CellForm>>>> = {
  UNITS: units,
  BOUNDARIES: { local_id: 'ID' },
  ELEMENTS: elements,
  COUNTS: counts,
  POSTS: posts,
  MATTERS: matters,
};

type FactKind = (typeof factFields)['BUILDING'][number]['kind'] | 'number' | 'date' | 'organisation';

/** The form of an office's own field, or of a fact of an element. */
export function formOfKind(kind: FactKind): CellForm {
  if (typeof kind === 'object') return 'WORD';
  return ({ text: 'TEXT', int: 'INT', number: 'NUMBER', date: 'DATE', bool: 'BOOL', organisation: 'ID' } as const)[kind];
}

/** Whether cells of this form are numbers in a spreadsheet; all others are text, ids and dates above all. */
export function isNumeric(form: CellForm): boolean {
  return form === 'INT' || form === 'NUMBER' || form === 'DEGREES';
}
