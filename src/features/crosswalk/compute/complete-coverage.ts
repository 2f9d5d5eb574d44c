import { groupBy } from '../../../kernel/group-by.js';
import { conserved } from '../conservation.js';
import type { CoverageRow } from './computed-rows.js';
import type { CrosswalkLayer } from './crosswalk-input.js';

interface PlacedLayer {
  readonly position: number;
  readonly layer: CrosswalkLayer;
}

/**
 * Gives every unit of two layers its rows for the other layer: those of the bases on which it has links, else what its
 * ground tells (`AREA`, nothing linked), else one without basis, uncovered 1. Throws `INTERNAL` where a row does not add up.
 */
export function completeCoverage(a: PlacedLayer, b: PlacedLayer, found: readonly CoverageRow[]): CoverageRow[] {
  const byUnit = groupBy(found, ({ unit }) => `${unit.layer}/${unit.unit}`);
  return [...oneWay(a, b, byUnit), ...oneWay(b, a, byUnit)];
}

function oneWay(from: PlacedLayer, to: PlacedLayer, byUnit: ReadonlyMap<string, readonly CoverageRow[]>): CoverageRow[] {
  return from.layer.units.flatMap(({ localId }, unit) => {
    const rows = byUnit.get(`${from.position}/${unit}`) ?? [];
    const linked = rows.filter((row) => row.linked > 0);
    const shown = linked.length > 0 ? linked : rows.length > 0 ? rows.slice(0, 1) : [uncovered(from, to, unit)];
    return shown.map((row) => conserved(row, `${from.layer.key} ${localId}`, to.layer.key));
  });
}

function uncovered(from: PlacedLayer, to: PlacedLayer, unit: number): CoverageRow {
  return {
    unit: { layer: from.position, unit },
    targetLayer: to.position,
    basis: null,
    linked: 0,
    omitted: 0,
    uncovered: 1,
    doubleCover: 0,
  };
}
