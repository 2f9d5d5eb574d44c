import { groupBy } from '../../../kernel/group-by.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { CommonField, OfficeForm } from './office-form.js';

/** An item that more than one office asks for. */
export interface RepeatedItem {
  /** The common field that fills it; null where no report tells it, and the label alone says that it is the same. */
  readonly filledFrom: CommonField | null;
  /** What the offices call it, each name once. */
  readonly labels: readonly string[];
  /** In order of their codes. */
  readonly departments: readonly DepartmentCode[];
}

/** How often offices ask for the same (减负). */
export interface Repetition {
  /** Items on all forms together. */
  readonly asked: number;
  /** Different items among them: what one report has to tell. */
  readonly different: number;
  /** The most repeated first. */
  readonly repeated: readonly RepeatedItem[];
}

interface AskedItem {
  readonly department: DepartmentCode;
  readonly label: string;
  readonly filledFrom: CommonField | null;
}

/** Counts what the forms ask for twice: items filled from one common field are the same, others are where their labels are. */
export function repetitionOf(forms: readonly OfficeForm[]): Repetition {
  const asked = forms.flatMap(({ department, items }) => items.map(({ label, filledFrom }) => ({ department, label, filledFrom })));
  const groups = groupBy(asked, ({ filledFrom, label }) => filledFrom ?? `label ${label.trim()}`);
  const repeated = [...groups.values()].map(itemOf).filter(({ departments }) => departments.length > 1);
  return {
    asked: asked.length,
    different: groups.size,
    repeated: repeated.toSorted((a, b) => b.departments.length - a.departments.length || (a.labels[0]! < b.labels[0]! ? -1 : 1)),
  };
}

function itemOf(asked: readonly AskedItem[]): RepeatedItem {
  return {
    filledFrom: asked[0]!.filledFrom,
    labels: [...new Set(asked.map(({ label }) => label))],
    departments: [...new Set(asked.map(({ department }) => department))].toSorted(),
  };
}
