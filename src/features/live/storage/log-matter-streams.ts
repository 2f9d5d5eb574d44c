import { cursorBinding, judgeResume, type ResumeVerdict } from '../../../eventlog/cursor.js';
import type { StreamPoint } from '../../../eventlog/event-log.js';
import type { GapReason } from '../delivery.js';
import { checkConditions } from '../matter-event-conditions.js';
import type { MatterStream, MatterStreams, StreamRequest } from '../ports.js';
import { readerRights } from '../reader-rights.js';
import { LogMatterStream } from './log-matter-stream.js';
import type { StreamParts, StreamStart, StreamSubject } from './stream-parts.js';
import { wantedEvents } from './wanted-events.js';

const reasonOf: Readonly<Record<Exclude<ResumeVerdict, 'resume'>, GapReason>> = {
  'other-epoch': 'EPOCH_CHANGED',
  expired: 'EXPIRED',
  ahead: 'AHEAD',
};

/** Opens streams over the event log. */
export class LogMatterStreams implements MatterStreams {
  readonly #parts: StreamParts;

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  async open({ conditions, after, principal }: StreamRequest): Promise<MatterStream> {
    const model = this.#parts.models.current();
    checkConditions(conditions, model);
    const binding = cursorBinding(conditions, readerRights(principal));
    const subject = { conditions, binding, filter: wantedEvents(conditions, model) };
    return new LogMatterStream(this.#parts, subject, await this.#startOf(after, subject));
  }

  async #startOf(after: string | null, { binding }: StreamSubject): Promise<StreamStart> {
    const wanted = after === null ? null : this.#parts.cursors.decode(after, binding);
    const head = await this.#parts.events.head();
    const now: StreamPoint = { epoch: head.epoch, position: head.position };
    if (after === null || wanted === null) return { point: now, gap: null };
    const verdict = judgeResume(wanted, head);
    return verdict === 'resume' ? { point: wanted, gap: null } : { point: now, gap: { from: after, reason: reasonOf[verdict] } };
  }
}
