import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { createHandler, type Handler } from 'graphql-sse';

import { CityError } from '../../kernel/city-error.js';
import type { Principal } from '../../kernel/principal.js';
import { callerOf, makeContext } from '../context/make-context.js';
import { type Exchange, exchangeId } from '../http/exchange.js';
import { refuseRequest } from '../http/refuse-request.js';
import { eventStreamLimits } from '../limits/limit-table.js';
import { OpenOfPrincipals } from '../limits/open-of-principals.js';
import { asGraphqlError } from '../limits/read-document.js';
import { shareSubscription } from '../sharing/share-subscription.js';
import { admitSubscription } from '../subscribing/admit-subscription.js';
import type { SubscriptionNeeds } from '../subscribing/needs.js';
import { tellErrors } from '../subscribing/tell-errors.js';
import { askedStream } from './asked-stream.js';
import { EventSink } from './event-sink.js';
import { EventStream } from './event-stream.js';
import { refusedAsk } from './refused-ask.js';
import { resumedArgs } from './resumed-args.js';

/** What the protocol's library is told of each request: everything else has been read by then. */
const spoken: Readonly<Record<string, string>> = { accept: 'text/event-stream', 'content-type': 'application/json' };

/**
 * Subscriptions over server-sent events, each on a connection of its own (GraphQL over SSE, distinct connections mode). What is wrong with the
 * request is answered with a status; what is wrong with the subscription, and what ends it, is its last `next` event before `complete`.
 */
export class EventStreams {
  readonly #needs: SubscriptionNeeds;
  readonly #handler: Handler<EventStream>;
  readonly #open = new Map<EventStream, ServerResponse>();
  readonly #counts = new OpenOfPrincipals(eventStreamLimits.ofPrincipal);

  constructor(needs: SubscriptionNeeds) {
    this.#needs = needs;
    this.#handler = createHandler<EventStream>({
      authenticate: () => null,
      onSubscribe: ({ raw }) => this.#answers(raw),
    });
  }

  /** Answers one request; resolves when its stream has ended. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = { request, response };
    exchangeId(exchange);
    const refused = refusedAsk(request);
    if (refused !== null) return refuseRequest(exchange, refused.error, { ...this.#needs, status: refused.status });
    const stream = await this.#opened(exchange);
    if (stream !== null) await this.#run(stream, response);
  }

  /** Resolves when every stream has ended; those whose readers take too long are broken off. They are ended by stopping what they follow. */
  async close(): Promise<void> {
    const overdue = setTimeout(() => [...this.#open.keys()].forEach((stream) => stream.breakOff()), eventStreamLimits.lastWordsMs);
    await Promise.all([...this.#open.values()].filter(({ closed }) => !closed).map((response) => once(response, 'close')));
    clearTimeout(overdue);
  }

  /** Null where the request was refused. */
  async #opened(exchange: Exchange): Promise<EventStream | null> {
    const { request } = exchange;
    let context = null;
    try {
      const asked = await askedStream(request);
      context = await makeContext(callerOf(request), exchangeId(exchange), this.#needs.sources);
      this.#hold(exchange.response, context.principal);
      return new EventStream({ exchange, asked, context });
    } catch (thrown) {
      const tooMany = thrown instanceof CityError && thrown.code === 'LIMIT' ? { status: 429 } : {};
      refuseRequest(exchange, thrown, { ...this.#needs, context, ...tooMany });
      return null;
    }
  }

  #hold(response: ServerResponse, principal: Principal): void {
    if (this.#open.size >= eventStreamLimits.ofProcess) throw noMoreHere();
    const give = this.#counts.take(principal);
    if (give === null) throw tooManyOfOne();
    response.once('close', give);
  }

  async #run(stream: EventStream, response: ServerResponse): Promise<void> {
    this.#open.set(stream, response);
    const unwatch = this.#needs.sources.watch.whenEnded(stream.context.principal, () => stream.end(credentialEnded()));
    try {
      const headers = { get: (name: string) => spoken[name] };
      const [events] = await this.#handler({
        method: 'POST',
        url: '/',
        headers,
        body: { ...stream.asked },
        raw: stream,
        context: undefined,
      });
      if (events === null || typeof events === 'string') throw new Error(`Expected a stream of the library, got ${String(events)}.`);
      await stream.pour(events);
    } finally {
      unwatch();
      this.#open.delete(stream);
    }
  }

  /** What goes through the library: whatever is wrong. Answers are written by their sink. */
  async *#answers(stream: EventStream): AsyncGenerator<ExecutionResult> {
    const failed = (await this.#follow(stream)) ?? (stream.ended && [asGraphqlError(stream.ended)]);
    const teller = { principal: stream.context.principal, headers: stream.headers };
    if (failed !== null) yield { errors: tellErrors(failed, teller, this.#needs) } as ExecutionResult;
  }

  /** Follows until the stream is over; answers what it failed with, or null. */
  async #follow(stream: EventStream): Promise<readonly GraphQLError[] | null> {
    const admitted = await admitSubscription(stream.asked, () => stream.context, this.#needs);
    if (isErrors(admitted)) return admitted;
    try {
      const shared = await shareSubscription(resumedArgs(admitted, stream.headers), this.#sinkOf(stream), this.#needs);
      if (!(Symbol.asyncIterator in shared)) return shared.errors ?? [];
      stream.whenOver(() => void shared.return());
      await shared.next();
      return null;
    } catch (thrown) {
      return [asGraphqlError(thrown)];
    }
  }

  #sinkOf(stream: EventStream): EventSink {
    const { watch } = this.#needs.sources;
    return new EventSink(stream.flow, () => {
      if (stream.ended !== null) return false;
      if (watch.isGood(stream.context.principal)) return true;
      stream.end(credentialEnded());
      return false;
    });
  }
}

const isErrors = (admitted: ExecutionArgs | readonly GraphQLError[]): admitted is readonly GraphQLError[] => Array.isArray(admitted);

function credentialEnded(): CityError {
  return new CityError({
    code: 'UNAUTHENTICATED',
    message: 'The credential has expired or was revoked.',
    messageZh: '凭证已过期或已被吊销。',
    hint: 'Prove yourself anew and resume from the id of the last event. 请重新认证，并从最后一个事件的 id 续传。',
  });
}

function tooManyOfOne(): CityError {
  const limit = eventStreamLimits.ofPrincipal;
  return new CityError({
    code: 'LIMIT',
    message: `Expected at most ${limit} streams of one principal.`,
    messageZh: `每个主体至多 ${limit} 个事件流。`,
    hint: 'End one, widen the filter of one, or use a socket. 先结束一个、放宽其条件，或改用 WebSocket。',
    details: { limit },
  });
}

function noMoreHere(): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    message: 'This server carries as many streams as it may.',
    messageZh: '本服务进程的事件流已达上限。',
    hint: 'Come back in a while. 请稍后重试。',
  });
}
