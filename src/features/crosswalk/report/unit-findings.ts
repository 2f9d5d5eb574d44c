import { groupBy } from '../../../kernel/group-by.js';
import { allElementsLayer, type GridLayer, type GridUnit } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import { type Finding, finding } from './finding.js';

/** The layers whose units are to hold {@link householdRule} households: people's grids, as those of component management are not. */
export const householdRuleLayers: ReadonlySet<string> = new Set([allElementsLayer, 'political-legal/basic']);

/** How many households a grid is to hold, both included. Source: the rule that cities state for grids of people, 300–500 households. */
export const householdRule = { least: 300, most: 500 } as const;

/** Grids outside the rule for households; a grid of which nobody counted the households is no finding. */
export function householdFindings(model: CityModel, layers: readonly GridLayer[]): readonly Finding[] {
  return layers
    .filter(({ key }) => householdRuleLayers.has(key))
    .flatMap(({ key }) => model.unitsOf(key))
    .filter(({ households }) => households !== null && (households < householdRule.least || households > householdRule.most))
    .map((unit) => finding('HOUSEHOLD_RULE', [unit], { households: unit.households, areaM2: unit.areaM2 }));
}

/** Ids that stand for several units: in several layers, or equal but for leading zeros. The share is that of the first in the second. */
export function collidingIds(model: CityModel, layers: readonly GridLayer[]): readonly Finding[] {
  const units = layers.flatMap(({ key }) => model.unitsOf(key));
  return [...groupBy(units, ({ localId }) => withoutZeros(localId)).values()]
    .filter((bearers) => bearers.length > 1)
    .map((bearers) => finding('COLLIDING_ID', bearers, { otherLayer: bearers[1]!.layer, share: shareOfFirst(model, bearers) }));
}

function withoutZeros(localId: string): string {
  return localId.replace(/^0+(?=.)/, '');
}

function shareOfFirst(model: CityModel, [first, second]: readonly GridUnit[]): number {
  if (first!.layer === second!.layer) return 0;
  return model.links.of(first!, { layerKeys: new Set([second!.layer.key]) }).find(({ grid }) => grid === second)?.weight ?? 0;
}
