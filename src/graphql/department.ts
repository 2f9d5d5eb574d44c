import { registerEnumType } from 'type-graphql';

import type { DepartmentCode } from '../kernel/ids.js';

/** An office as the enum shows it. */
export interface DepartmentName {
  readonly code: DepartmentCode;
  readonly nameZh: string;
  readonly nameEn: string;
}

const values: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

/** The enum `Department`; empty until the composition root has registered its offices. */
export const Department = values;

/** Fills the enum `Department` with the offices of this city; called once, before the schema is built. */
export function registerDepartments(offices: readonly DepartmentName[]): void {
  for (const office of offices) {
    values[office.code] = office.code;
    descriptions[office.code] = { description: `${office.nameZh}。${office.nameEn}.` };
  }
}

registerEnumType(values, {
  name: 'Department',
  description:
    '各自保有网格的部门，由本市接入的部门构成。An office that keeps grids of its own; the values are the offices this city has joined.',
  valuesConfig: descriptions,
});
