import type { CrosswalkInput } from './crosswalk-input.js';
import { RowScope } from './row-scope.js';

/** What has to be computed again after buildings changed: everything that buildings tell, and nothing that ground tells. */
export function buildingRows(city: CrosswalkInput): { readonly scope: RowScope; readonly input: CrosswalkInput } {
  const bases = ['HOUSEHOLDS', 'ADDRESS', 'CODE'] as const;
  const scope = new RowScope({ everywhere: bases, rowBases: ['DECLARED'] });
  for (const from of city.layers) {
    const drawn = new Set(from.units.filter(({ rings }) => rings !== null).map(({ uuid }) => uuid));
    for (const to of city.layers)
      // Where no ground is compared on any day, buildings and codes tell the whole row.
      if (from !== to) for (const { uuid } of from.units) if (!drawn.has(uuid) || !to.isDrawn) scope.add(uuid, to.key);
  }
  return { scope, input: { ...city, bases } };
}
