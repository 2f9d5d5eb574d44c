import type { EventStreams, StreamWish } from '../../event-streams.js';
import type { LiveSource } from '../../live-source.js';
import { LogSource } from './log-source.js';
import type { StreamParts } from './stream-parts.js';
import type { Telling } from './telling.js';

/** What makes streams of one kind. */
export interface StreamsOf<Conditions, Told> {
  /** The subscription that they answer; cursors are good for no other. */
  readonly name: string;
  /** Throws `BAD_USER_INPUT` for conditions that cannot be met. */
  readonly tellingOf: (conditions: Conditions) => Telling<Told>;
}

/** Opens streams over the event log. */
export class LogStreams<Conditions extends object, Told> implements EventStreams<Conditions, Told> {
  readonly #parts: StreamParts;
  readonly #of: StreamsOf<Conditions, Told>;

  constructor(parts: StreamParts, of: StreamsOf<Conditions, Told>) {
    this.#parts = parts;
    this.#of = of;
  }

  async open({ conditions, after, scope }: StreamWish<Conditions>): Promise<LiveSource<Told>> {
    const { name, tellingOf } = this.#of;
    return LogSource.open(this.#parts, { telling: tellingOf(conditions), conditions: { stream: name, ...conditions }, after, scope });
  }
}
