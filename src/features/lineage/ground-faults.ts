import { planarArea } from '../../geometry/area.js';
import { type Box, boxOf as smallestBox } from '../../geometry/box.js';
import { type EqualAreaPlane, fromPlane } from '../../geometry/equal-area.js';
import { joinParts, type Rings } from '../../geometry/rings.js';
import { groupBy } from '../../kernel/group-by.js';
import type { SourceId } from '../../kernel/ids.js';
import type { GroundEngine } from './ports.js';
import type { GroundFault, GroundFaultKind } from './redraw.js';
import { sliverM2 } from './sliver.js';
import { widestPlace } from './widest-place.js';

/** A drawn unit on the plane. */
export interface PlanarUnit {
  readonly localId: SourceId;
  readonly rings: Rings;
  readonly areaM2: number;
}

/** The ground of a redraw. */
export interface RedrawGround {
  readonly plane: EqualAreaPlane;
  readonly ends: readonly PlanarUnit[];
  readonly begins: readonly PlanarUnit[];
  /** The drawn units of the layer that stay. */
  readonly stays: readonly PlanarUnit[];
  /** Whether the layer's units are meant not to overlap. */
  readonly partition: boolean;
  /** Whether every unit that ends, and every one that begins, is drawn. */
  readonly allEndsDrawn: boolean;
  readonly allBeginsDrawn: boolean;
}

/**
 * Where the new ground is not the old ground divided anew: left to nobody (HOLE), given twice (OVERLAP, in layers that are meant not to
 * overlap, beyond what lay upon each other before), or taken from outside (BEYOND). Slivers are passed over.
 */
export function groundFaults(engine: GroundEngine, ground: RedrawGround): readonly GroundFault[] {
  const { ends, begins, stays } = ground;
  const near = stays.filter((unit) => [...ends, ...begins].some((other) => boxesMeet(unit.rings, other.rings)));
  const told = (kind: GroundFaultKind, rings: Rings, found: { areaM2: number; localIds: readonly SourceId[] }): GroundFault => {
    const [longitude, latitude] = fromPlane(ground.plane, ...(widestPlace(rings) ?? [rings.coordinates[0]!, rings.coordinates[1]!]));
    return { kind, ...found, longitude, latitude };
  };
  const leftOver = (kind: GroundFaultKind, units: readonly PlanarUnit[], cover: readonly PlanarUnit[]): readonly GroundFault[] =>
    units.flatMap((unit) => {
      const rest = restOf(engine, unit, cover);
      return rest === null ? [] : [told(kind, rest.rings, { areaM2: rest.areaM2, localIds: [unit.localId] })];
    });
  return [
    ...(ground.allBeginsDrawn ? leftOver('HOLE', ends, [...begins, ...near]) : []),
    ...(ground.partition ? overlaps(engine, ground, near).map(({ rings, ...found }) => told('OVERLAP', rings, found)) : []),
    ...(ground.allEndsDrawn ? leftOver('BEYOND', begins, [...ends, ...near]) : []),
  ];
}

/** The part of a unit that others do not cover; null where it is a sliver. */
function restOf(engine: GroundEngine, unit: PlanarUnit, cover: readonly PlanarUnit[]): { rings: Rings; areaM2: number } | null {
  const touching = cover.filter((other) => boxesMeet(unit.rings, other.rings)).map(({ rings }) => rings);
  const covered = touching.length === 0 ? null : engine.commonGround([unit.rings, engine.union(touching)], 0, 1);
  const areaM2 = unit.areaM2 - (covered === null ? 0 : planarArea(covered));
  if (areaM2 < sliverM2(unit.areaM2, unit.areaM2)) return null;
  // By even and odd, a unit together with its covered part is the part that is not covered.
  return { rings: covered === null ? unit.rings : joinParts([unit.rings, covered]), areaM2 };
}

interface Overlap {
  readonly rings: Rings;
  readonly areaM2: number;
  readonly localIds: readonly SourceId[];
}

function overlaps(engine: GroundEngine, { ends, begins }: RedrawGround, stays: readonly PlanarUnit[]): readonly Overlap[] {
  const ringsOf = (units: readonly PlanarUnit[]): readonly Rings[] => units.map(({ rings }) => rings);
  const before = groupBy(engine.intersections(ringsOf(ends), ringsOf(stays)), ({ b }) => b);
  const own = engine.selfOverlaps(ringsOf(begins)).map(({ a, b, areaM2 }) => ({ one: begins[a]!, other: begins[b]!, areaM2, beforeM2: 0 }));
  const foreign = engine.intersections(ringsOf(begins), ringsOf(stays)).map(({ a, b, areaM2 }) => ({
    one: begins[a]!,
    other: stays[b]!,
    areaM2,
    beforeM2: (before.get(b) ?? []).reduce((sum, pair) => sum + pair.areaM2, 0),
  }));
  return [...own, ...foreign]
    .filter(({ one, other, areaM2, beforeM2 }) => areaM2 - beforeM2 >= sliverM2(one.areaM2, other.areaM2))
    .map(({ one, other, areaM2 }) => ({
      rings: engine.commonGround([one.rings, other.rings], 0, 1),
      areaM2,
      localIds: [one.localId, other.localId],
    }));
}

function boxesMeet(one: Rings, other: Rings): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

const boxes = new WeakMap<Rings, Box>();

/** Each unit is asked for many times, and a whole layer may stay. */
function boxOf(rings: Rings): Box {
  const known = boxes.get(rings);
  if (known) return known;
  const box = smallestBox(rings);
  boxes.set(rings, box);
  return box;
}
