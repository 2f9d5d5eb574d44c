/** The part of a dependency-cruiser rule that our tests look at. */
export interface LayerRule {
  readonly name: string;
  readonly from: { readonly path?: string | readonly string[]; readonly pathNot?: string | readonly string[] };
}

/** The rules of the house, in their order. */
export const layerRules = jest.requireActual<{ forbidden: readonly LayerRule[] }>('../../../dependency-rules.cjs').forbidden;

const matches = (patterns: string | readonly string[] | undefined, file: string): boolean =>
  [patterns ?? []].flat().some((pattern) => new RegExp(pattern).test(file));

/** Whether a rule watches over `file`. */
export function watches(rule: LayerRule, file: string): boolean {
  const isNamed = rule.from.path === undefined || matches(rule.from.path, file);
  return isNamed && !matches(rule.from.pathNot, file);
}
