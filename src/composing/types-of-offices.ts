import type { DepartmentDefinition } from '../departments/contract.js';

/** A GraphQL type of each office that has one, by the office's code. */
export function typesOf(
  offices: readonly DepartmentDefinition[],
  nameOf: (office: DepartmentDefinition) => string | null,
): ReadonlyMap<string, string> {
  return new Map(offices.flatMap((office) => (nameOf(office) === null ? [] : [[office.code, nameOf(office)!] as const])));
}
