import { setImmediate } from 'node:timers/promises';

import type { GridLayer, GridUnit } from '../../grids/index.js';
import { isSliver } from '../compute/sliver.js';
import type { Coverage } from '../link.js';
import type { CityModel } from '../model/link-table.js';
import { type Finding, finding } from './finding.js';

/** What the coverage of units by layers tells. */
export interface CoverageFindings {
  readonly findings: readonly Finding[];
  /** For each ordered pair of layers, the units that lost ground to the sliver cut. */
  readonly cut: ReadonlyMap<string, readonly GridUnit[]>;
}

/** The key of an ordered pair of layers in {@link CoverageFindings.cut}. */
export const pairKey = (from: GridLayer, to: GridLayer): string => `${from.key} ${to.key}`;

/**
 * Looks through the coverage of every unit of `layers` by the others of them: gaps and double cover by layers that are meant to
 * cover without overlap, and units without any link. What is below the sliver bound is no finding. Lets others go on between layers.
 */
export async function coverageFindings(model: CityModel, layers: readonly GridLayer[]): Promise<CoverageFindings> {
  const findings: Finding[] = [];
  const cut = new Map<string, GridUnit[]>();
  for (const layer of layers) {
    const others = layers.filter((other) => other !== layer);
    for (const unit of model.unitsOf(layer.key)) {
      const rows = model.links.coverageOf(unit, others).map((row, place) => ({ other: others[place]!, row: byGround(model, unit, row) }));
      for (const { other, row } of rows) {
        findings.push(...ofRow(unit, other, row));
        if (row.basis === 'AREA' && row.omitted > 0) listed(cut, pairKey(layer, other)).push(unit);
      }
      if (others.length > 0 && rows.every(({ row }) => row.linked === 0))
        findings.push(finding('UNMATCHED_UNIT', [unit], { areaM2: unit.areaM2 }));
    }
    await setImmediate();
  }
  return { findings, cut };
}

/** What people declared about a row does not move its ground. */
function byGround(model: CityModel, unit: GridUnit, row: Coverage): Coverage {
  if (row.basis !== 'DECLARED') return row;
  const [ground] = model.links.coverageOf(unit, [model.layer(row.layerKey)!], { basis: 'AREA' });
  return ground && ground.linked + ground.omitted > 0 ? ground : row;
}

function ofRow(unit: GridUnit, other: GridLayer, { basis, uncovered, doubleCover }: Coverage): Finding[] {
  // A layer that is not meant to cover leaves no gaps; codes tell where a unit belongs, not which ground is covered.
  if (!other.partition || basis === null || basis === 'CODE') return [];
  return [
    shareFinding('NO_MANS_LAND', unit, other, { basis, share: uncovered }),
    shareFinding('DOUBLE_COVER', unit, other, { basis, share: doubleCover }),
  ].flat();
}

function shareFinding(
  kind: 'NO_MANS_LAND' | 'DOUBLE_COVER',
  unit: GridUnit,
  otherLayer: GridLayer,
  { basis, share }: { readonly basis: Coverage['basis']; readonly share: number },
): Finding[] {
  const areaM2 = basis === 'AREA' && unit.areaM2 !== null ? share * unit.areaM2 : null;
  const isNoise = areaM2 === null ? share <= 1e-9 : isSliver(areaM2, unit.areaM2!, unit.areaM2!);
  return isNoise ? [] : [finding(kind, [unit], { otherLayer, share, areaM2 })];
}

function listed(map: Map<string, GridUnit[]>, key: string): GridUnit[] {
  const known = map.get(key);
  if (known) return known;
  const made: GridUnit[] = [];
  map.set(key, made);
  return made;
}
