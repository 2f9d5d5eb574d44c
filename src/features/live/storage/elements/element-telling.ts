import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { DivisionCode } from '../../../../kernel/ids.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { Element } from '../../../elements/index.js';
import type { ModelSource } from '../../../grids/index.js';
import { type ElementEvent, type ElementEventKind, elementEventKinds } from '../../elements/element-event.js';
import { checkElementConditions, type ElementEventConditions, elementMeets } from '../../elements/element-event-conditions.js';
import type { NamedUnits } from '../streams/named-units.js';
import type { Showing, Telling } from '../streams/telling.js';
import type { ThingsInSight } from '../streams/things-in-sight.js';

/** What telling of elements takes. */
export interface ElementTellingParts {
  readonly models: Pick<ModelSource<CityModel>, 'current'>;
  readonly elementsInSight: ThingsInSight<Element>;
  readonly namedUnits: NamedUnits;
}

/** Tells of changes of elements that meet some conditions. */
export class ElementTelling implements Telling<ElementEvent> {
  readonly filter: EventFilter;
  readonly #parts: ElementTellingParts;
  readonly #conditions: ElementEventConditions;

  /** Throws `BAD_USER_INPUT` for conditions that no city of this shape could meet. */
  constructor(parts: ElementTellingParts, conditions: ElementEventConditions) {
    checkElementConditions(conditions, parts.models.current());
    this.#parts = parts;
    this.#conditions = conditions;
    const { departments, kinds = elementEventKinds } = conditions;
    this.filter = { topics: ['element'], kinds, ...(departments ? { departments } : {}) };
  }

  async show(events: readonly LogEvent[], scope: Scope): Promise<Showing<ElementEvent>> {
    const { elementsInSight, namedUnits, models } = this.#parts;
    const { units } = this.#conditions;
    const elements = await elementsInSight.of(events, scope);
    const named = units ? await namedUnits.of(units, models.current()) : null;
    return (event, cursor) => {
      const element = elements.get(event.subject);
      if (!element || !elementMeets(this.#conditions, element, { model: models.current(), named })) return null;
      return elementEventOf(event, element, cursor);
    };
  }
}

function elementEventOf(event: LogEvent, element: Element, cursor: string): ElementEvent {
  const { eventId, position, version, occurredAt, recordedAt, payload } = event;
  const { fromGrid = null, fromDivision = null } = payload as {
    readonly fromGrid?: string | null;
    readonly fromDivision?: DivisionCode | null;
  };
  const kind = event.kind as ElementEventKind;
  const from = { fromGridUuid: fromGrid, fromDivision };
  return { typeName: 'ElementEvent', cursor, eventId, position, kind, element, version, ...from, occurredAt, recordedAt };
}
