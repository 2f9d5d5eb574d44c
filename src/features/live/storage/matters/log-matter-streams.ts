import type { Scope } from '../../../../kernel/scope.js';
import type { LiveSource } from '../../live-source.js';
import type { MatterTold } from '../../matters/matter-event.js';
import { checkConditions } from '../../matters/matter-event-conditions.js';
import type { MatterStreams, StreamRequest } from '../../ports.js';
import { LogSource, type TellState } from '../streams/log-source.js';
import type { MatterStreamParts } from './matter-parts.js';
import { checkSize, matterState } from './matter-state.js';
import { MatterTelling } from './matter-telling.js';
import { namedOrganisations } from './named-organisations.js';

/** Opens streams of matters' changes over the event log. */
export class LogMatterStreams implements MatterStreams {
  readonly #parts: MatterStreamParts;

  constructor(parts: MatterStreamParts) {
    this.#parts = parts;
  }

  async open({ conditions: wanted, unitsOf = null, begin = 'NOW', after, scope }: StreamRequest): Promise<LiveSource<MatterTold>> {
    const { models, organisations: known } = this.#parts;
    const model = models.current();
    checkConditions(wanted, model);
    const codes = wanted.responsible?.organisations;
    const organisations = codes ? await namedOrganisations(known, codes, model.at) : null;
    const telling = new MatterTelling(this.#parts, { conditions: wanted, organisations, unitsOf });
    const conditions = unitsOf === null ? wanted : { ...wanted, unitsOf };
    const state = begin === 'NOW' ? null : this.#stateOf(telling, scope);
    return LogSource.open<MatterTold>(this.#parts, { telling, conditions, after, scope, state });
  }

  #stateOf(telling: MatterTelling, scope: () => Scope): TellState<MatterTold> {
    const { matters } = this.#parts;
    return {
      check: async () => checkSize(matters, scope(), await telling.query()),
      tell: async function* () {
        yield* matterState(matters, { scope, query: await telling.query() });
      },
    };
  }
}
