import { planarArea } from '../../../geometry/area.js';
import { projectRings } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { GridLayer, GridUnit } from '../../grids/index.js';
import { planeOf } from '../compared-ground.js';
import type { OverlapArea } from '../compute/overlay-engine.js';
import { isSliver } from '../compute/sliver.js';
import type { CityModel } from '../model/link-table.js';
import { pairKey } from './coverage-findings.js';
import { type Finding, finding } from './finding.js';
import type { MeasureOverlaps, OverlapQuestion } from './ports.js';

interface Asked {
  readonly kind: 'SELF_OVERLAP' | 'SLIVER';
  readonly a: readonly GridUnit[];
  /** The same list as `a` where a layer is laid upon itself. */
  readonly b: readonly GridUnit[];
}

/** Pairs of units that lie upon each other in layers that are meant not to overlap. */
export function selfOverlaps(model: CityModel, layers: readonly GridLayer[], measure: MeasureOverlaps): Promise<readonly Finding[]> {
  const asked = layers
    .filter(({ partition }) => partition)
    .map(({ key }): Asked => ({ kind: 'SELF_OVERLAP', a: drawn(model.unitsOf(key)), b: drawn(model.unitsOf(key)) }));
  return measured(model, asked, measure);
}

/** Pairs of units of two layers whose common ground was cut as a sliver; only units that lost ground to the cut are laid upon each other. */
export function slivers(
  model: CityModel,
  { layers, cut }: { readonly layers: readonly GridLayer[]; readonly cut: ReadonlyMap<string, readonly GridUnit[]> },
  measure: MeasureOverlaps,
): Promise<readonly Finding[]> {
  const asked = layers.flatMap((one, place) =>
    layers
      .slice(place + 1)
      .map((other): Asked => ({ kind: 'SLIVER', a: cut.get(pairKey(one, other)) ?? [], b: cut.get(pairKey(other, one)) ?? [] })),
  );
  return measured(
    model,
    asked.filter(({ a, b }) => a.length > 0 && b.length > 0),
    measure,
  );
}

function drawn(units: readonly GridUnit[]): readonly GridUnit[] {
  return units.filter(({ rings }) => rings !== null);
}

async function measured(model: CityModel, asked: readonly Asked[], measure: MeasureOverlaps): Promise<readonly Finding[]> {
  const questions = asked.map(({ kind, a, b }): OverlapQuestion => ({
    a: a.map(ringsOf),
    b: kind === 'SELF_OVERLAP' ? null : b.map(ringsOf),
  }));
  const found = await measure(questions, planeOf(model));
  return asked.flatMap((question, place) => found[place]!.flatMap((overlap) => findingOf(model, question, overlap)));
}

function ringsOf(unit: GridUnit): Rings {
  return unit.rings!;
}

function findingOf(model: CityModel, { kind, a, b }: Asked, overlap: OverlapArea): Finding[] {
  const [one, other] = [a[overlap.a]!, b[overlap.b]!];
  const [oneM2, otherM2] = [groundM2(model, one), groundM2(model, other)];
  if (isSliver(overlap.areaM2, oneM2, otherM2) !== (kind === 'SLIVER')) return [];
  return [finding(kind, [one, other], { otherLayer: other.layer, areaM2: overlap.areaM2, share: overlap.areaM2 / oneM2 })];
}

function groundM2(model: CityModel, { rings }: GridUnit): number {
  return planarArea(projectRings(planeOf(model), rings!));
}
