import { startsOf } from '../../../geometry/rings.js';
import type { Layer } from '../layer.js';
import type { UnitVersion } from '../unit-version.js';
import { hashOfText, type HashSlots, hashSlotsOf } from './hash-slots.js';
import { type PooledColumn, pooledColumnOf } from './pooled-column.js';
import { type RingColumn, ringColumnOf } from './ring-column.js';
import { type TextColumn, textColumnOf } from './text-column.js';
import { hashOfUuid, sameUuid, type UuidColumn, uuidColumnOf } from './uuid-column.js';

/**
 * The units of a model as columns, row `i` of each being `model.units[i]`: about 120 bytes a unit beside its boundary, where an object
 * of its own takes some 600. Plain data, so that it can be kept in a file as it is.
 */
export interface UnitColumns {
  readonly size: number;
  readonly uuids: UuidColumn;
  /** Position in `model.layers`. */
  readonly layers: Uint16Array;
  readonly localIds: TextColumn;
  readonly generations: Uint32Array;
  readonly names: TextColumn;
  readonly divisionCodes: PooledColumn;
  /** NaN where it is not known. */
  readonly areas: Float64Array;
  /** -1 where they are not known. */
  readonly households: Int32Array;
  /** First of each unit's `buildings`, and their number as the last entry. */
  readonly buildingStarts: Uint32Array;
  readonly buildings: TextColumn;
  readonly validFrom: PooledColumn;
  readonly validTo: PooledColumn;
  readonly asOf: PooledColumn;
  readonly rings: RingColumn;
  readonly byUuid: HashSlots;
  readonly byLocalId: HashSlots;
}

/** The columns of units, layer by layer and within a layer by local id; units of unknown layers are left out. */
export function unitColumnsOf(versions: readonly UnitVersion[], layers: readonly Layer[]): UnitColumns {
  const numbers = new Map(layers.map((layer, number) => [layer.key, number]));
  const kept = versions.filter((version) => numbers.has(version.layerKey));
  const numberOf = (version: UnitVersion): number => numbers.get(version.layerKey)!;
  kept.sort((a, b) => numberOf(a) - numberOf(b) || compareIds(a.localId, b.localId));
  return { size: kept.length, layers: Uint16Array.from(kept, numberOf), ...factsOf(kept), ...namesOf(kept, numberOf) };
}

function factsOf(kept: readonly UnitVersion[]) {
  return {
    generations: Uint32Array.from(kept, (version) => version.generation),
    names: textColumnOf(kept.map((version) => version.name)),
    divisionCodes: pooledColumnOf(kept, (version) => version.divisionCode),
    areas: Float64Array.from(kept, (version) => version.areaM2 ?? NaN),
    households: Int32Array.from(kept, (version) => version.households ?? -1),
    buildingStarts: startsOf(kept.map((version) => version.buildings.length)),
    buildings: textColumnOf(kept.flatMap((version) => version.buildings)),
    validFrom: pooledColumnOf(kept, (version) => version.validFrom),
    validTo: pooledColumnOf(kept, (version) => version.validTo),
    asOf: pooledColumnOf(kept, (version) => version.asOf),
    rings: ringColumnOf(kept.map((version) => version.rings)),
  };
}

/** What a unit is called by, and the ways to find it by that. */
function namesOf(kept: readonly UnitVersion[], numberOf: (version: UnitVersion) => number) {
  const size = kept.length;
  const uuids = uuidColumnOf(kept.map((version) => version.uuid));
  return {
    uuids,
    localIds: textColumnOf(kept.map((version) => version.localId)),
    byUuid: hashSlotsOf({
      size,
      hashOf: (row) => hashOfUuid(uuids, row),
      areSame: (row, other) => sameUuid(uuids, row, uuids, other),
    }),
    byLocalId: hashSlotsOf({
      size,
      hashOf: (row) => hashOfText(kept[row]!.localId, numberOf(kept[row]!)),
      areSame: (row, other) => kept[row]!.localId === kept[other]!.localId && kept[row]!.layerKey === kept[other]!.layerKey,
    }),
  };
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
