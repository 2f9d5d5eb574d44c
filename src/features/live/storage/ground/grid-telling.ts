import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import { concerns } from '../../ground/concerned-ground.js';
import { type GridEvent, gridEventKinds } from '../../ground/grid-event.js';
import { checkGridConditions, type GridEventConditions } from '../../ground/grid-event-conditions.js';
import type { CityOfNow } from '../../ground/ports.js';
import type { Showing, Telling } from '../streams/telling.js';
import { awaitCity } from './await-city.js';
import { gridEventOf } from './grid-event-of.js';
import type { GroundInSight } from './ground-in-sight.js';

/** What telling of the ground takes. */
export interface GridTellingParts {
  readonly models: CityOfNow;
  readonly groundInSight: GroundInSight;
}

/** Tells of changes of units, links and divisions that meet some conditions. */
export class GridTelling implements Telling<GridEvent> {
  readonly filter: EventFilter;
  readonly #parts: GridTellingParts;
  readonly #conditions: GridEventConditions;

  /** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet. */
  constructor(parts: GridTellingParts, conditions: GridEventConditions) {
    checkGridConditions(conditions, parts.models.current());
    this.#parts = parts;
    this.#conditions = conditions;
    this.filter = { topics: ['grid', 'link', 'division'], kinds: conditions.kinds ?? gridEventKinds };
  }

  async show(events: readonly LogEvent[]): Promise<Showing<GridEvent>> {
    const { models, groundInSight } = this.#parts;
    await awaitCity(models, events);
    const ground = await groundInSight.of(events);
    const outlines = this.#conditions.area ? await groundInSight.outlinesOf(events) : new Map();
    return (event, cursor) => {
      const told = gridEventOf(event, cursor, ground);
      if (told === null) return null;
      const model = models.current();
      return isOfKnownLayer(told, (key) => model.layer(key) !== null) && concerns(told, this.#conditions, { model, outlines })
        ? told
        : null;
    };
  }
}

/** What a layer once held that the city has no more is left out: there is nothing to show it by. */
function isOfKnownLayer(event: GridEvent, isKnown: (key: string) => boolean): boolean {
  if (event.typeName === 'RedrawEvent') return isKnown(event.redraw.layerKey);
  if (event.typeName !== 'UnitEvent' && event.typeName !== 'LinksEvent') return true;
  return event.unit === null || isKnown(event.unit.layerKey);
}
