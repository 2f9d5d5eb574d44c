import type { DepartmentCode } from '../../../kernel/ids.js';
import type { OfficeFront } from '../ports.js';

/** The code of each office that takes part, by either of its names: the key of a manifest and the code itself. */
export function officeNames(offices: readonly { readonly front: OfficeFront }[]): ReadonlyMap<string, DepartmentCode> {
  return new Map(
    offices.flatMap(
      ({ front: { department } }) =>
        [
          [department.key, department.code],
          [department.code, department.code],
        ] as const,
    ),
  );
}
