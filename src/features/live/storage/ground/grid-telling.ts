import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import { CityError } from '../../../../kernel/city-error.js';
import { concerns } from '../../ground/concerned-ground.js';
import { type GridEvent, gridEventKinds } from '../../ground/grid-event.js';
import { checkGridConditions, type GridEventConditions } from '../../ground/grid-event-conditions.js';
import type { CityOfNow } from '../../ground/ports.js';
import type { Showing, Telling } from '../streams/telling.js';
import { gridEventOf } from './grid-event-of.js';
import type { GroundInSight } from './ground-in-sight.js';

/** What telling of the ground takes. */
export interface GridTellingParts {
  readonly models: CityOfNow;
  readonly groundInSight: GroundInSight;
}

/** Milliseconds; heartbeats wait as long. */
const waitMs = 5_000;

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
    await this.#awaitCity(events);
    const { models, groundInSight } = this.#parts;
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

  /** Waits until this process has the city that these events leave behind; throws for now where that takes long, and is asked again. */
  async #awaitCity(events: readonly LogEvent[]): Promise<void> {
    const { models } = this.#parts;
    const model = models.current();
    const awaited = events.findLast((event) => !isOfFeed(event) || isLayerUnknown(event, model));
    if (!awaited || (await models.holds(awaited, waitMs))) return;
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: 'This process does not hold the ground yet that the log tells of.',
      messageZh: '本进程尚未载入日志所述的网格变更。',
    });
  }
}

// A city with what offices' feeds say is there once the links have been computed anew, which CROSSWALK_PUBLISHED tells; every other event
// stands in one transaction with the one by which the city is renewed.
function isOfFeed({ kind, payload }: LogEvent): boolean {
  return (kind === 'UNIT_ADDED' || kind === 'UNIT_CHANGED') && payload['redraw'] === null;
}

function isLayerUnknown({ payload }: LogEvent, model: ReturnType<CityOfNow['current']>): boolean {
  return typeof payload['layer'] === 'string' && model.layer(payload['layer']) === null;
}

/** What a layer once held that the city has no more is left out: there is nothing to show it by. */
function isOfKnownLayer(event: GridEvent, isKnown: (key: string) => boolean): boolean {
  if (event.typeName === 'RedrawEvent') return isKnown(event.redraw.layerKey);
  if (event.typeName !== 'UnitEvent' && event.typeName !== 'LinksEvent') return true;
  return event.unit === null || isKnown(event.unit.layerKey);
}
