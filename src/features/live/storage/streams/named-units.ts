import type { CityModel } from '../../../crosswalk/index.js';
import type { UnitRef } from '../../../grids/index.js';
import type { LineageReader, LineageStep } from '../../../lineage/index.js';
import { namesLayer } from '../../unit-names.js';

/** What units are found by. */
export type UnitLineage = Pick<LineageReader, 'unitsNamed' | 'graph'>;

type Asked = readonly ['now' | 'ever', UnitRef];

/**
 * Finds units by the names that offices give them, for all streams of this process: the one in force that carries the name; where nobody
 * carries it any more, those that did and all that came to stand in their place, so that who named a unit goes on with what became of it.
 */
export class NamedUnits {
  readonly #lineage: UnitLineage;
  // A model never changes, and whoever ends a unit puts another model in place.
  readonly #known = new WeakMap<CityModel, Map<string, Promise<readonly string[]>>>();

  constructor(lineage: UnitLineage) {
    this.#lineage = lineage;
  }

  /** Uuids of all that the names stand for in the city as `model` has it. */
  async of(names: readonly UnitRef[], model: CityModel): Promise<ReadonlySet<string>> {
    const found = names.map((name) => this.#once(model, ['now', name], () => this.#find(name, model)));
    return new Set((await Promise.all(found)).flat());
  }

  /** Uuids of all that ever carried the names, and of all that came to stand in their place: what a change of which concerns who named them. */
  async ever(names: readonly UnitRef[], model: CityModel): Promise<ReadonlySet<string>> {
    const found = names.map((name) =>
      this.#once(model, ['ever', name], async () => [...unitsInForce(name, model), ...(await this.#afterwards(name))]),
    );
    return new Set((await Promise.all(found)).flat());
  }

  #once(model: CityModel, [when, name]: Asked, find: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const known = this.#known.get(model) ?? new Map<string, Promise<readonly string[]>>();
    this.#known.set(model, known);
    const key = JSON.stringify([when, name.department, name.layer, name.localId]);
    const found = known.get(key) ?? find();
    known.set(key, found);
    // What failed is asked for anew.
    found.catch(() => known.delete(key));
    return found;
  }

  async #find(name: UnitRef, model: CityModel): Promise<readonly string[]> {
    const inForce = unitsInForce(name, model);
    return inForce.length > 0 ? inForce : this.#afterwards(name);
  }

  async #afterwards(name: UnitRef): Promise<readonly string[]> {
    const gone = (await this.#lineage.unitsNamed([name], null)).map(({ uuid }) => uuid);
    if (gone.length === 0) return [];
    const { steps } = await this.#lineage.graph(gone, 'FORWARD', null);
    return reachedFrom(gone, steps);
  }
}

function unitsInForce(name: UnitRef, model: CityModel): readonly string[] {
  // A layer that was there on subscribing may have gone since.
  return model.layers.filter((layer) => namesLayer(name, layer)).flatMap(({ key }) => model.unit(key, name.localId)?.uuid ?? []);
}

function reachedFrom(uuids: readonly string[], steps: readonly LineageStep[]): readonly string[] {
  const reached = new Set(uuids);
  // A set hands out what is added while it is gone through.
  for (const uuid of reached) for (const step of steps) if (step.fromUuid === uuid) reached.add(step.toUuid);
  return [...reached];
}
