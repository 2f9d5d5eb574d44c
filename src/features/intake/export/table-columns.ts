import type { DepartmentDefinition } from '../../../departments/contract.js';
import { layoutOf, type TablePart } from '../office/table-part.js';
import { factFields } from '../rows/layouts.js';
import { type CellForm, commonForms, formOfKind } from './cell-forms.js';

/** One column of a table that leaves the platform. */
export interface TableColumn {
  readonly field: string;
  readonly headerZh: string;
  readonly required: boolean;
  readonly form: CellForm;
  /** The Chinese of its words, by word; empty where any text may stand. */
  readonly labelsZh: Readonly<Record<string, string>>;
}

/** The columns of a part of an office's rows, those that must be filled first. */
export function columnsOf(part: TablePart, department: DepartmentDefinition): readonly TableColumn[] {
  const layout = layoutOf(part, department);
  const added = addedFields(part, department);
  const column =
    (required: boolean) =>
    (field: string): TableColumn => {
      const own = added.get(field);
      const labels = layout.labelsZh?.[field] ?? (typeof own === 'object' ? Object.fromEntries(own.oneOf.map((word) => [word, word])) : {});
      const form = own === undefined ? commonForms[part.rows][field]! : formOfKind(own);
      return { field, headerZh: layout.headersZh?.[field] ?? field, required, form, labelsZh: labels };
    };
  return eachHeaderOnce([...layout.required.map(column(true)), ...layout.optional.map(column(false))]);
}

/** Of two columns that are called alike in Chinese, the later one keeps its own name: a file must name each column once. */
function eachHeaderOnce(columns: readonly TableColumn[]): readonly TableColumn[] {
  const isLater = ({ headerZh }: TableColumn, place: number): boolean => columns.findIndex((other) => other.headerZh === headerZh) < place;
  return columns.map((column, place) => (isLater(column, place) ? { ...column, headerZh: column.field } : column));
}

type AddedKind = Parameters<typeof formOfKind>[0];

function addedFields(part: TablePart, { unitFields, matterFields }: DepartmentDefinition): ReadonlyMap<string, AddedKind> {
  const fields = {
    UNITS: unitFields?.fields ?? [],
    MATTERS: matterFields?.fields ?? [],
    ELEMENTS: part.rows === 'ELEMENTS' ? factFields[part.elementKind] : [],
    BOUNDARIES: [],
    COUNTS: [],
    POSTS: [],
  }[part.rows];
  return new Map(fields.map(({ column, kind }) => [column, kind]));
}
