import type { ServerResponse } from 'node:http';

import { eventStreamLimits } from '../limits/limit-table.js';

/** Writes whole events to a response, and tells when it takes more. */
export class ResponseFlow {
  readonly #response: ServerResponse;
  #waiting: (() => void)[] = [];

  constructor(response: ServerResponse) {
    this.#response = response;
    for (const kind of ['drain', 'close'] as const) response.on(kind, () => this.#tellRoom());
  }

  get hasRoom(): boolean {
    return this.#response.writableLength < eventStreamLimits.unsentBytes;
  }

  /** What comes after the end is passed over. */
  write(events: string | Buffer): void {
    if (this.#response.writable) this.#response.write(events);
  }

  whenRoom(call: () => void): void {
    if (this.hasRoom || this.#response.closed) queueMicrotask(call);
    else this.#waiting.push(call);
  }

  #tellRoom(): void {
    for (const call of this.#waiting.splice(0)) call();
  }
}
