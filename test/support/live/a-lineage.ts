import type { UnitRef } from '../../../src/features/grids/index.js';
import type { LineageReader, LineageStep, LineageUnit } from '../../../src/features/lineage/index.js';
import { unitUuid } from '../../../src/kernel/ids.js';

/** What became of units, as a test tells it. */
export class ALineage implements Pick<LineageReader, 'unitsNamed' | 'graph'> {
  readonly #units: LineageUnit[] = [];
  readonly #steps: LineageStep[] = [];

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

  unitsNamed(names: readonly UnitRef[]): ReturnType<LineageReader['unitsNamed']> {
    const named = names.flatMap(({ department, localId, layer }, place) =>
      this.#units
        .filter((unit) => unit.department === department && unit.localId === localId && (layer === null || unit.layerKey === layer))
        .map((unit) => ({ ...unit, place })),
    );
    return Promise.resolve(named);
  }

  graph(): ReturnType<LineageReader['graph']> {
    return Promise.resolve({ steps: this.#steps, units: new Map(this.#units.map((unit) => [unit.uuid, unit])) });
  }
}

/** A unit that was split, with the share of each that took its place. */
export interface SplitUnit {
  readonly from: string;
  readonly to: Readonly<Record<string, number>>;
  readonly on: string;
}
