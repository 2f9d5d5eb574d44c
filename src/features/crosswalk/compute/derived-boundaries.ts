import type { Rings } from '../../../geometry/rings.js';
import type { CrosswalkLayer, CrosswalkUnit } from './crosswalk-input.js';
import type { OverlayEngine } from './overlay-engine.js';

/**
 * Draws the units that are sets of another layer's units: the union of their members, where every member is drawn.
 * Answers the same layers with those boundaries filled in; a boundary that the office draws itself is kept.
 */
export function withDerivedBoundaries(layers: readonly CrosswalkLayer[], engine: OverlayEngine): readonly CrosswalkLayer[] {
  return layers.map((layer) => {
    const memberLayer = layers.find(({ key }) => key === layer.membersOf);
    if (!memberLayer) return layer;
    const drawn = new Map(memberLayer.units.map((unit) => [unit.localId, unit.rings]));
    return { ...layer, units: layer.units.map((unit) => drawnFromMembers(unit, drawn, engine)) };
  });
}

function drawnFromMembers(unit: CrosswalkUnit, drawn: ReadonlyMap<string, Rings | null>, engine: OverlayEngine): CrosswalkUnit {
  if (unit.rings || unit.members.length === 0) return unit;
  const members = unit.members.map((member) => drawn.get(member) ?? null).filter((rings) => rings !== null);
  return members.length === unit.members.length ? { ...unit, rings: engine.union(members) } : unit;
}
