import type { LiveSource } from '../../live-source.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import { checkConditions } from '../../matters/matter-event-conditions.js';
import type { MatterStreams, StreamRequest } from '../../ports.js';
import { LogSource } from '../streams/log-source.js';
import type { MatterStreamParts } from './matter-parts.js';
import { MatterTelling } from './matter-telling.js';
import { namedOrganisations } from './named-organisations.js';

/** Opens streams of matters' changes over the event log. */
export class LogMatterStreams implements MatterStreams {
  readonly #parts: MatterStreamParts;

  constructor(parts: MatterStreamParts) {
    this.#parts = parts;
  }

  async open({ conditions: wanted, unitsOf = null, after, scope }: StreamRequest): Promise<LiveSource<MatterEvent>> {
    const { models, organisations: known } = this.#parts;
    const model = models.current();
    checkConditions(wanted, model);
    const codes = wanted.responsible?.organisations;
    const organisations = codes ? await namedOrganisations(known, codes, model.at) : null;
    const telling = new MatterTelling(this.#parts, { conditions: wanted, organisations, unitsOf });
    const conditions = unitsOf === null ? wanted : { ...wanted, unitsOf };
    return LogSource.open(this.#parts, { telling, conditions, after, scope });
  }
}
