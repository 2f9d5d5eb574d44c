import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';

/** The answers of a subscription, one a delivery. */
export type AnswerStream = AsyncIterableIterator<ExecutionResult, undefined, undefined>;

/** Makes the context of one delivery from the operation's: a new object, so that loaders and city model are new as well; throws to end the stream. */
export type RenewContext<Context> = (given: Context) => Context | Promise<Context>;

/**
 * Subscribes as `subscribe` of graphql does, except that each delivery is executed on a context of its own.
 * With one context for the whole operation, loaders would show for ever what they saw first.
 */
export async function subscribeAfresh<Context>(args: ExecutionArgs, renew: RenewContext<Context>): Promise<AnswerStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const deliveries = source[Symbol.asyncIterator]();
  return new Answers(deliveries, async (delivery) => {
    const contextValue = await renew(args.contextValue as Context);
    return execute({ ...args, rootValue: delivery, contextValue });
  });
}

type Answered = IteratorResult<ExecutionResult, undefined>;
const finished: Answered = { done: true, value: undefined };

// Not an async generator: the return() of one waits behind a next() that waits for an event, and so would the cleaning up.
class Answers implements AnswerStream {
  readonly #deliveries: AsyncIterator<unknown>;
  readonly #answer: (delivery: unknown) => Promise<ExecutionResult>;

  constructor(deliveries: AsyncIterator<unknown>, answer: (delivery: unknown) => Promise<ExecutionResult>) {
    this.#deliveries = deliveries;
    this.#answer = answer;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Answered> {
    const delivery = await this.#deliveries.next();
    if (delivery.done) return finished;
    try {
      return { done: false, value: await this.#answer(delivery.value) };
    } catch (thrown) {
      await this.return();
      throw thrown;
    }
  }

  async return(): Promise<Answered> {
    await this.#deliveries.return?.();
    return finished;
  }

  async throw(thrown: unknown): Promise<Answered> {
    await this.return();
    throw thrown;
  }
}
