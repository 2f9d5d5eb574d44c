import type { Answer, Sink } from '../../features/live/index.js';
import type { ResponseFlow } from './response-flow.js';

const ending = Buffer.from('\n\n');

/** Writes the answers of one subscription as `next` events around bytes that are made once for all; the id of each is the cursor to resume from. */
export class EventSink implements Sink {
  readonly #flow: ResponseFlow;
  readonly #mayRead: () => boolean;

  /** `mayRead` is asked before each event, and has ended the stream where it answers `false`. */
  constructor(flow: ResponseFlow, mayRead: () => boolean) {
    this.#flow = flow;
    this.#mayRead = mayRead;
  }

  get hasRoom(): boolean {
    return this.#flow.hasRoom;
  }

  write({ payload, cursor }: Answer): void {
    if (!this.#mayRead()) return;
    // Within a state that is not told to its end nobody can go on: the id that stood before stays.
    const id = cursor === null ? '' : `id: ${cursor}\n`;
    // JSON holds no line break, so that one line of data carries it.
    this.#flow.write(Buffer.concat([Buffer.from(`event: next\n${id}data: `), payload, ending]));
  }

  whenRoom(call: () => void): void {
    this.#flow.whenRoom(call);
  }
}
