import type { LogEvent } from '../../../../eventlog/event.js';
import type { LayerKey } from '../../../../kernel/ids.js';
import type { CityOfNow } from '../../ground/ports.js';
import type { NamedUnit } from '../../matters/matter-event-conditions.js';
import type { Rebase } from '../../matters/rebase.js';
import { awaitCity } from '../ground/await-city.js';
import type { GroundInSight } from '../ground/ground-in-sight.js';
import type { NamedUnits } from '../streams/named-units.js';
import type { Showing } from '../streams/telling.js';
import { rebaseOf } from './rebase-of.js';

/** What telling of boundaries takes. */
export interface RebaseParts {
  readonly models: CityOfNow;
  readonly namedUnits: NamedUnits;
  readonly groundInSight: GroundInSight;
}

/** The units whose boundaries a reader goes by: those named, and all of a layer. */
export interface UnitsGoneBy {
  readonly units: readonly NamedUnit[];
  readonly layer: LayerKey | null;
}

/** Tells of boundaries that change among some units. */
export class Rebases {
  readonly #parts: RebaseParts;
  readonly #goneBy: UnitsGoneBy;

  constructor(parts: RebaseParts, goneBy: UnitsGoneBy) {
    this.#parts = parts;
    this.#goneBy = goneBy;
  }

  /** Waits until this process has the city that the events leave behind, so that what is told after them is told in the new units. */
  async show(events: readonly LogEvent[]): Promise<Showing<Rebase>> {
    const { units, layer } = this.#goneBy;
    const near = events.filter(({ payload }) => units.length > 0 || payload['layer'] === layer);
    if (near.length === 0) return () => null;
    const { models, namedUnits, groundInSight } = this.#parts;
    await awaitCity(models, near);
    const [ground, named] = await Promise.all([groundInSight.of(near), namedUnits.ever(units, models.current())]);
    return (event, cursor) => {
      if (event.payload['layer'] !== layer && !named.has(event.subject)) return null;
      const rebase = rebaseOf(event, cursor, ground);
      return rebase && this.#inKnownLayers(rebase);
    };
  }

  /** What a layer once held that the city has no more is left out: there is nothing to show it by. */
  #inKnownLayers(rebase: Rebase): Rebase | null {
    const model = this.#parts.models.current();
    const isKnown = ({ layerKey }: Rebase['old'][number]): boolean => model.layer(layerKey) !== null;
    return rebase.old.every(isKnown) ? { ...rebase, new: rebase.new.filter(({ unit }) => isKnown(unit)) } : null;
  }
}
