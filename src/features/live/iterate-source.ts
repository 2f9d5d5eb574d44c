import type { Heartbeat, StreamGap } from './delivery.js';
import type { DeliveryStream, LiveSource, Placed } from './live-source.js';

type Delivery<Told> = Told | StreamGap | Heartbeat;
type Taken<Told> = IteratorResult<Delivery<Told>, undefined>;

/** One reader's way through a source: the opening first, then the stream from there. Both begin at the call. */
export function iterateSource<Told>(source: LiveSource<Told>): AsyncIterableIterator<Delivery<Told>, undefined, undefined> {
  return new OneReader(source);
}

// Not an async generator: the return() of one waits behind a next() that waits for an event, and so would the cleaning up.
class OneReader<Told> implements AsyncIterableIterator<Delivery<Told>, undefined, undefined> {
  readonly #opening: AsyncIterator<Placed<Told>>;
  readonly #stream: DeliveryStream<Told>;
  #isOpening = true;

  constructor(source: LiveSource<Told>) {
    this.#opening = source.opening(source.start.point)[Symbol.asyncIterator]();
    this.#stream = source.from(source.start.point);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Taken<Told>> {
    const taken = await this.#following();
    return taken === undefined ? { done: true, value: undefined } : { done: false, value: taken.delivery };
  }

  async return(): Promise<Taken<Told>> {
    await this.#stream.return();
    return { done: true, value: undefined };
  }

  async throw(thrown: unknown): Promise<Taken<Told>> {
    await this.#stream.return();
    throw thrown;
  }

  async #following(): Promise<Placed<Told> | undefined> {
    if (this.#isOpening) {
      const opened = await this.#opening.next();
      if (!opened.done) return opened.value;
      this.#isOpening = false;
    }
    for (;;) {
      const { done, value } = await this.#stream.next();
      if (done) return undefined;
      if (value.kind !== 'REACHED') return value;
    }
  }
}
