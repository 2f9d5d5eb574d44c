/** A category of a standard, with the role of the department that answers for it. */
export interface Category {
  readonly standard: string;
  readonly kind: 'COMPONENT' | 'MATTER';
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parent: string;
  /** Role of the responsible department; empty where nobody is responsible for the category itself. */
  readonly role: string;
}

/** A line of a table of categories: code, Chinese name, English name, role. */
export type CategoryLine = readonly [code: string, nameZh: string, nameEn: string, role: string];

/** Reads a table of one standard and kind; `parentOf` names the class above. */
export function categoriesOf(
  head: Pick<Category, 'standard' | 'kind'>,
  lines: readonly CategoryLine[],
  parentOf: (code: string) => string,
): readonly Category[] {
  return lines.map(([code, nameZh, nameEn, role]) => ({ ...head, code, nameZh, nameEn, parent: parentOf(code), role }));
}
