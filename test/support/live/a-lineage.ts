import type { UnitRef } from '../../../src/features/grids/index.js';
import type { LineageReader, LineageStep, LineageUnit } from '../../../src/features/lineage/index.js';
import type { Rings } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';

/** What became of units, as a test tells it. */
export class ALineage implements Pick<LineageReader, 'unitsNamed' | 'graph' | 'boundaries'> {
  readonly #units: LineageUnit[] = [];
  readonly #steps: LineageStep[] = [];
  /** Outlines by the uuid of their unit. */
  readonly outlines = new Map<string, Rings>();
  /** How many units each look-up of steps asked for. */
  readonly lookUps: number[] = [];

  /** A unit of a layer was split on a day; the shares say what became of it. */
  split(layerKey: string, department: string | null, { from, to, on }: SplitUnit): void {
    const unitOf = (localId: string): LineageUnit => ({
      ...{ uuid: unitUuid(layerKey, localId, 1), layerKey, department, localId, generation: 1, name: localId },
      ...{ divisionCode: null, areaM2: null, validFrom: '2024-01-01', validTo: localId === from ? on : null },
    });
    this.#units.push(unitOf(from), ...Object.keys(to).map(unitOf));
    const told = { redrawUuid: null, document: null, subject: 'test', role: 'ADMIN', organisationUuid: null, recordedFrom: new Date(0) };
    for (const [localId, weight] of Object.entries(to))
      this.#steps.push({
        ...{ uuid: `${from} ${localId}`, kind: 'SPLIT', basis: 'DECLARED', fromUuid: unitUuid(layerKey, from, 1) },
        ...{ toUuid: unitUuid(layerKey, localId, 1), weight, inverseWeight: 1, effectiveOn: on, ...told },
      });
  }

  /** Puts a unit on record. */
  record(unit: LineageUnit): LineageUnit {
    this.#units.push(unit);
    return unit;
  }

  /** Puts a step on record that led from one unit to another. */
  lead(from: LineageUnit, to: LineageUnit, weight: number): void {
    this.#steps.push({
      ...{ uuid: `${from.localId} ${to.localId}`, kind: 'SPLIT', basis: 'AREA', fromUuid: from.uuid, toUuid: to.uuid },
      ...{ weight, inverseWeight: 1, effectiveOn: '2026-11-22', redrawUuid: null, document: null },
      ...{ subject: 'a clerk', role: 'GRID_OFFICE', organisationUuid: null, recordedFrom: new Date('2026-11-22T07:00:00Z') },
    });
  }

  unitsNamed(names: readonly UnitRef[]): ReturnType<LineageReader['unitsNamed']> {
    const named = names.flatMap(({ department, localId, layer }, place) =>
      this.#units
        .filter((unit) => unit.department === department && unit.localId === localId && (layer === null || unit.layerKey === layer))
        .map((unit) => ({ ...unit, place })),
    );
    return Promise.resolve(named);
  }

  graph(uuids: readonly string[]): ReturnType<LineageReader['graph']> {
    this.lookUps.push(uuids.length);
    return Promise.resolve({ steps: this.#steps, units: new Map(this.#units.map((unit) => [unit.uuid, unit])) });
  }

  boundaries(uuids: readonly string[]): ReturnType<LineageReader['boundaries']> {
    return Promise.resolve(uuids.map((uuid) => this.outlines.get(uuid) ?? null));
  }
}

/** A unit that was split, with the share of each that took its place. */
export interface SplitUnit {
  readonly from: string;
  readonly to: Readonly<Record<string, number>>;
  readonly on: string;
}
