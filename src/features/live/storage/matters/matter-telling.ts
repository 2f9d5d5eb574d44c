import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { LayerKey } from '../../../../kernel/ids.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { MatterQuery } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import { type MatterEventConditions, meets, type Named, type PlacedMatter } from '../../matters/matter-event-conditions.js';
import type { Rebase } from '../../matters/rebase.js';
import type { Showing, Telling } from '../streams/telling.js';
import { matterEventOf } from './matter-event-of.js';
import type { MatterStreamParts } from './matter-parts.js';
import { queryOfConditions } from './query-of-conditions.js';
import { Rebases } from './rebases.js';
import { wantedEvents } from './wanted-events.js';

type TellingParts = Pick<MatterStreamParts, 'inSight' | 'namedUnits' | 'groundInSight' | 'models' | 'clock'>;

/** What is told of matters' changes. */
export interface MatterWish {
  /** They must have been checked. */
  readonly conditions: MatterEventConditions;
  /** The organisations that the conditions name; null where they name none. */
  readonly organisations: ReadonlySet<string> | null;
  readonly unitsOf: LayerKey | null;
}

/** Tells of changes of matters that meet some conditions, and of the boundaries of the units by which they are asked for or shown. */
export class MatterTelling implements Telling<MatterEvent | Rebase> {
  readonly filter: EventFilter;
  readonly #parts: TellingParts;
  readonly #wish: MatterWish;
  /** Null where no units are named. */
  readonly #rebases: Rebases | null;

  constructor(parts: TellingParts, wish: MatterWish) {
    this.#parts = parts;
    this.#wish = wish;
    const { conditions, unitsOf } = wish;
    const namesUnits = conditions.units !== undefined || unitsOf !== null;
    this.#rebases = namesUnits ? new Rebases(parts, { units: conditions.units ?? [], layer: unitsOf }) : null;
    this.filter = wantedEvents(conditions, parts.models.current(), namesUnits);
  }

  async show(events: readonly LogEvent[], scope: Scope): Promise<Showing<MatterEvent | Rebase>> {
    const ofMatters = events.filter(isOfMatter);
    // First, as it waits for the city in which everything is looked up.
    const rebase = await this.#rebases?.show(events.filter((event) => !isOfMatter(event)));
    const change = await this.#showMatters(ofMatters, scope);
    return (event, cursor) => (isOfMatter(event) ? change(event, cursor) : (rebase?.(event, cursor) ?? null));
  }

  async #showMatters(events: readonly LogEvent[], scope: Scope): Promise<Showing<MatterEvent>> {
    const [named, matters] = await Promise.all([this.#named(), this.#placed(events, scope)]);
    const { conditions, unitsOf } = this.#wish;
    return (event, cursor) => {
      const placed = matters.get(event.subject);
      if (!placed) return null;
      const { models, clock } = this.#parts;
      if (!meets(conditions, placed, { model: models.current(), now: clock.now(), named })) return null;
      const places = unitsOf === null ? null : { layer: unitsOf, placements: placed.placements };
      return matterEventOf(event, { matter: placed.matter, cursor, places });
    };
  }

  /** The matters that are wanted, as they are now. */
  async query(): Promise<MatterQuery> {
    const { models, clock } = this.#parts;
    return queryOfConditions(this.#wish.conditions, { model: models.current(), now: clock.now(), named: await this.#named() });
  }

  /** Asked anew each time: a unit that was named may have been replaced meanwhile. */
  async #named(): Promise<Named> {
    const { namedUnits, models } = this.#parts;
    const { conditions, organisations } = this.#wish;
    return { organisations, units: conditions.units ? await namedUnits.of(conditions.units, models.current()) : null };
  }

  /** Where matters lie and who is responsible is asked for only by those who want to know it. */
  async #placed(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, PlacedMatter>> {
    const { inSight } = this.#parts;
    const { conditions, unitsOf } = this.#wish;
    const isPlaceAsked = conditions.units !== undefined || unitsOf !== null;
    const [matters, placements, responsible] = await Promise.all([
      inSight.of(events, scope),
      isPlaceAsked ? inSight.placementsOf(events, scope) : null,
      conditions.responsible ? inSight.responsibleOf(events, scope) : null,
    ]);
    const placed = [...matters.values()].map((matter) => ({
      matter,
      placements: placements?.get(matter.uuid) ?? [],
      responsible: responsible?.get(matter.uuid) ?? [],
    }));
    return new Map(placed.map((one) => [one.matter.uuid, one]));
  }
}

function isOfMatter({ topic }: LogEvent): boolean {
  return topic === 'matter';
}
