import type { CrosswalkResult, UnitPlace } from '../../../src/features/crosswalk/compute/computed-rows.js';
import type { CrosswalkInput } from '../../../src/features/crosswalk/compute/crosswalk-input.js';

/** Links as `source→target BASIS weight/inverse`, and covers as `unit→layer BASIS linked+omitted+uncovered-double`, rounded for reading. */
export function namedRows(input: CrosswalkInput, result: CrosswalkResult): { readonly links: string[]; readonly coverage: string[] } {
  const name = ({ layer, unit }: UnitPlace): string => input.layers[layer]!.units[unit]!.localId;
  return {
    links: result.links.map((l) => `${name(l.source)}→${name(l.target)} ${l.basis} ${short(l.weight)}/${short(l.inverseWeight)}`),
    coverage: result.coverage.map(
      (c) =>
        `${name(c.unit)}→${input.layers[c.targetLayer]!.key} ${c.basis} ${short(c.linked)}+${short(c.omitted)}+${short(c.uncovered)}-${short(c.doubleCover)}`,
    ),
  };
}

function short(share: number): string {
  return String(Math.round(share * 1e6) / 1e6 + 0);
}
