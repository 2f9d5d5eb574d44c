import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import { checkConditions, type MatterEventConditions, meets } from '../../matters/matter-event-conditions.js';
import type { Showing, Telling } from '../streams/telling.js';
import { matterEventOf } from './matter-event-of.js';
import type { MatterStreamParts } from './matter-parts.js';
import { wantedEvents } from './wanted-events.js';

const nowhere: ReadonlySet<string> = new Set();

/** Tells of changes of matters that meet some conditions. */
export class MatterTelling implements Telling<MatterEvent> {
  readonly filter: EventFilter;
  readonly #parts: Pick<MatterStreamParts, 'inSight' | 'models' | 'clock'>;
  readonly #conditions: MatterEventConditions;

  /** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet. */
  constructor(parts: Pick<MatterStreamParts, 'inSight' | 'models' | 'clock'>, conditions: MatterEventConditions) {
    const model = parts.models.current();
    checkConditions(conditions, model);
    this.#parts = parts;
    this.#conditions = conditions;
    this.filter = wantedEvents(conditions, model);
  }

  async show(events: readonly LogEvent[], scope: Scope): Promise<Showing<MatterEvent>> {
    const [matters, placed] = await Promise.all([this.#parts.inSight.of(events, scope), this.#placesOf(events, scope)]);
    return (event, cursor) => {
      const matter = matters.get(event.subject);
      if (!matter) return null;
      const seen = { matter, placedIn: placed.get(matter.uuid) ?? nowhere };
      const isWanted = meets(this.#conditions, seen, { model: this.#parts.models.current(), now: this.#parts.clock.now() });
      return isWanted ? matterEventOf(event, matter, cursor) : null;
    };
  }

  /** The units that matters lie in, by matter; asked for only by those who want a unit. */
  async #placesOf(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    if (!this.#conditions.unit) return new Map();
    const places = await this.#parts.inSight.placementsOf(events, scope);
    return new Map([...places].map(([uuid, ofMatter]) => [uuid, new Set(ofMatter.map(({ unitUuid }) => unitUuid))]));
  }
}
