import { randomUUID } from 'node:crypto';

import { planeAround } from '../../../geometry/equal-area.js';
import type { Clock } from '../../../kernel/clock.js';
import type { GridModel, GridUnit } from '../../grids/index.js';
import { overlayEngineName } from '../geos/open-overlay-engine.js';
import type { CoverageRecord, CrosswalkRows, CrosswalkStore, LinkRecord, ReadDecisions } from '../ports.js';
import type { ComputeCrosswalk, CrosswalkOptions } from '../worker/compute-crosswalk.js';
import type { CoverageRow, CrosswalkResult, LinkRow, UnitPlace } from './computed-rows.js';
import type { BuildingPoint, CrosswalkInput } from './crosswalk-input.js';

/** What a build needs. */
export interface CrosswalkBuildParts {
  readonly compute: ComputeCrosswalk;
  readonly store: Pick<CrosswalkStore, 'publish' | 'isBehindUnits'>;
  readonly buildings: () => Promise<readonly BuildingPoint[]>;
  /** What people have decided, read in the transaction that publishes. */
  readonly decisions: ReadDecisions;
  readonly clock: Clock;
}

/** Computes the crosswalk between all layers of a model and publishes it in one step. */
export class CrosswalkBuild {
  readonly #parts: CrosswalkBuildParts;

  constructor(parts: CrosswalkBuildParts) {
    this.#parts = parts;
  }

  /** Whether units have changed since the newest computation. */
  isOwed(): Promise<boolean> {
    return this.#parts.store.isBehindUnits();
  }

  /** Runs one computation; throws, having published nothing, where a unit's cover does not add up to 1. */
  async run(model: GridModel, options: CrosswalkOptions = {}): Promise<void> {
    const { compute, store, buildings, decisions, clock } = this.#parts;
    // Told before the computing: what changes meanwhile is newer than this run, and a run is owed again.
    const computedAt = clock.now();
    const startedAt = performance.now();
    const result = await compute(inputOf(model, await buildings()), options);
    const run = {
      id: randomUUID(),
      computedAt,
      engine: overlayEngineName,
      milliseconds: Math.round(performance.now() - startedAt),
      units: model.units.length,
    };
    await store.publish({ run, today: model.at, ...recordsOf(model, result) }, decisions);
  }
}

function inputOf(model: GridModel, buildings: readonly BuildingPoint[]): CrosswalkInput {
  return {
    layers: model.layers.map((layer) => ({
      key: layer.key,
      partition: layer.partition,
      membersOf: null,
      units: model
        .unitsOf(layer.key)
        .map(({ localId, rings, buildings: listed, divisionCode }) => ({ localId, rings, buildings: listed, divisionCode, members: [] })),
    })),
    buildings,
    divisionParents: new Map(
      model.divisions.all().flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const])),
    ),
    divisionScheme: model.city.divisionScheme,
    plane: planeAround(model.city.bounds),
  };
}

function recordsOf(model: GridModel, result: CrosswalkResult): CrosswalkRows {
  const unitAt = (place: UnitPlace): GridUnit => model.unitsOf(model.layers[place.layer]!.key)[place.unit]!;
  return {
    links: result.links.map((row) => linkRecord(row, unitAt(row.source), unitAt(row.target))),
    coverage: result.coverage.flatMap((row) =>
      row.basis === null ? [] : [coverageRecord(row, row.basis, { unit: unitAt(row.unit), layerKey: model.layers[row.targetLayer]!.key })],
    ),
  };
}

function linkRecord(row: LinkRow, source: GridUnit, target: GridUnit): LinkRecord {
  return {
    sourceUuid: source.uuid,
    targetUuid: target.uuid,
    basis: row.basis,
    // Two outlines of the same ground may differ in the last bit; a share is never more than the whole.
    weight: Math.min(row.weight, 1),
    inverseWeight: Math.min(row.inverseWeight, 1),
    areaM2: row.areaM2,
    confidence: row.confidence,
    validFrom: source.validFrom > target.validFrom ? source.validFrom : target.validFrom,
    validTo: earlier(source.validTo, target.validTo),
    householdCounts: null,
    declarationId: null,
  };
}

function coverageRecord(
  row: CoverageRow,
  basis: LinkRecord['basis'],
  of: { readonly unit: GridUnit; readonly layerKey: string },
): CoverageRecord {
  const { linked, omitted, uncovered, doubleCover } = row;
  const { unit, layerKey } = of;
  return {
    unitUuid: unit.uuid,
    layerKey,
    basis,
    linked,
    omitted,
    uncovered,
    doubleCover,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    declarationId: null,
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
