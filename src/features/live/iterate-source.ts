import type { Heartbeat, StreamGap } from './delivery.js';
import type { DeliveryStream, LiveSource, Placed } from './live-source.js';

type Delivery<Told> = Told | StreamGap | Heartbeat;
type Taken<Told> = IteratorResult<Delivery<Told>, undefined>;

/** One reader's way through a source: the opening first, then the stream from there. The stream of a reader who begins now begins at the call. */
export function iterateSource<Told>(source: LiveSource<Told>): AsyncIterableIterator<Delivery<Told>, undefined, undefined> {
  return new OneReader(source);
}

// Not an async generator: the return() of one waits behind a next() that waits for an event, and so would the cleaning up.
class OneReader<Told> implements AsyncIterableIterator<Delivery<Told>, undefined, undefined> {
  readonly #opening: AsyncIterator<Placed<Told>>;
  readonly #source: LiveSource<Told>;
  #stream: DeliveryStream<Told> | null;
  #isOpening = true;
  #isOver = false;

  constructor(source: LiveSource<Told>) {
    this.#opening = source.opening(source.start.point)[Symbol.asyncIterator]();
    this.#source = source;
    this.#stream = source.start.isNow ? source.from(source.start.point) : null;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Taken<Told>> {
    const taken = await this.#following();
    return taken === undefined ? { done: true, value: undefined } : { done: false, value: taken.delivery };
  }

  async return(): Promise<Taken<Told>> {
    await this.#end();
    return { done: true, value: undefined };
  }

  async throw(thrown: unknown): Promise<Taken<Told>> {
    await this.#end();
    throw thrown;
  }

  async #end(): Promise<void> {
    this.#isOver = true;
    await this.#stream?.return();
  }

  async #following(): Promise<Placed<Told> | undefined> {
    if (this.#isOver) return undefined;
    if (this.#isOpening) {
      const opened = await this.#opening.next();
      if (!opened.done) return opened.value;
      this.#isOpening = false;
    }
    this.#stream ??= this.#source.from(this.#source.start.point);
    for (;;) {
      const { done, value } = await this.#stream.next();
      if (done) return undefined;
      if (value.kind !== 'REACHED') return value;
    }
  }
}
