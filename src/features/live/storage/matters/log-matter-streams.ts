import { cursorBinding } from '../../../../eventlog/cursor.js';
import { checkConditions } from '../../matters/matter-event-conditions.js';
import type { MatterStream, MatterStreams, StreamRequest } from '../../ports.js';
import { readerRights } from '../../reader-rights.js';
import { LogMatterStream } from '../streams/log-stream.js';
import type { StreamParts, StreamSubject } from '../streams/stream-parts.js';
import { startAfter, startNow, type StreamStart } from '../streams/stream-start.js';
import { wantedEvents } from './wanted-events.js';

/** Opens streams over the event log. */
export class LogMatterStreams implements MatterStreams {
  readonly #parts: StreamParts;

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  async open({ conditions, after, scope }: StreamRequest): Promise<MatterStream> {
    const model = this.#parts.models.current();
    checkConditions(conditions, model);
    const binding = cursorBinding(conditions, readerRights(scope()));
    const subject = { conditions, scope, binding, filter: wantedEvents(conditions, model) };
    return new LogMatterStream(this.#parts, subject, await this.#startOf(after, subject));
  }

  async #startOf(after: string | null, { binding }: StreamSubject): Promise<StreamStart> {
    const { cursors, events } = this.#parts;
    if (after === null) return startNow(await events.head());
    return startAfter(cursors.decode(after, binding), after, await events.head());
  }
}
