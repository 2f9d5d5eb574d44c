import type { Following } from '../../features/live/index.js';

const finished = { done: true, value: undefined } as const;

/**
 * A shared stream as a transport's library iterates it: it hands out nothing, since answers go to the reader by another way, and ends or
 * throws when the stream does.
 */
export class FollowedStream implements AsyncIterableIterator<never, undefined, undefined> {
  readonly #following: Following;

  constructor(following: Following) {
    this.#following = following;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<never, undefined>> {
    await this.#following.ended;
    return finished;
  }

  return(): Promise<IteratorResult<never, undefined>> {
    this.#following.leave();
    return Promise.resolve(finished);
  }

  async throw(thrown: unknown): Promise<IteratorResult<never, undefined>> {
    this.#following.leave();
    throw thrown;
  }
}
