import type { CrosswalkInput } from './crosswalk-input.js';
import { RowScope } from './row-scope.js';

/** What has to be computed again after buildings changed: everything that buildings tell, and nothing that ground tells. */
export function buildingRows(city: CrosswalkInput): { readonly scope: RowScope; readonly input: CrosswalkInput } {
  const bases = ['HOUSEHOLDS', 'ADDRESS', 'CODE'] as const;
  const scope = new RowScope({ everywhere: bases, rowBases: ['DECLARED'] });
  for (const from of city.layers)
    for (const to of city.layers)
      // Where no ground is compared, buildings and codes tell the whole row.
      if (from !== to) for (const unit of from.units) if (unit.rings === null || !to.isDrawn) scope.add(unit.uuid, to.key);
  return { scope, input: { ...city, bases } };
}
