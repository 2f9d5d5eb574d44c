import type { LiveSource } from '../../live-source.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import type { MatterStreams, StreamRequest } from '../../ports.js';
import { LogSource } from '../streams/log-source.js';
import type { MatterStreamParts } from './matter-parts.js';
import { MatterTelling } from './matter-telling.js';

/** Opens streams of matters' changes over the event log. */
export class LogMatterStreams implements MatterStreams {
  readonly #parts: MatterStreamParts;

  constructor(parts: MatterStreamParts) {
    this.#parts = parts;
  }

  async open({ conditions, after, scope }: StreamRequest): Promise<LiveSource<MatterEvent>> {
    return LogSource.open(this.#parts, { telling: new MatterTelling(this.#parts, conditions), conditions, after, scope });
  }
}
