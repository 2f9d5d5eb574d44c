import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { CityError } from '../../kernel/city-error.js';
import type { Exchange } from '../http/exchange.js';
import { eventStreamLimits } from '../limits/limit-table.js';
import type { AskedSubscription } from '../subscribing/admit-subscription.js';
import { ResponseFlow } from './response-flow.js';

/** Keep-alive of the protocol's library: a comment that readers pass over. */
const comment = ':\n\n';

/** What a stream is opened for. */
export interface StreamOpening {
  readonly exchange: Exchange;
  readonly asked: AskedSubscription;
  readonly context: RequestContext<CityModel>;
}

/** One response that streams the events of one subscription. */
export class EventStream {
  readonly asked: AskedSubscription;
  readonly context: RequestContext<CityModel>;
  readonly flow: ResponseFlow;
  readonly #exchange: Exchange;
  #ended: CityError | null = null;
  #leave: () => void = () => undefined;

  constructor({ exchange, asked, context }: StreamOpening) {
    this.asked = asked;
    this.context = context;
    this.#exchange = exchange;
    this.flow = new ResponseFlow(exchange.response);
    exchange.response.once('close', () => this.#leave());
  }

  get headers(): Exchange['request']['headers'] {
    return this.#exchange.request.headers;
  }

  /** Why it was ended before its subscription was; null where it was not. */
  get ended(): CityError | null {
    return this.#ended;
  }

  /** Whether nobody reads it any more. */
  get isGone(): boolean {
    return this.#exchange.response.closed;
  }

  /** How its subscription is left as soon as it has ended or its reader is gone. */
  whenOver(leave: () => void): void {
    this.#leave = leave;
    if (this.isGone || this.#ended !== null) leave();
  }

  /** Ends it; its reader is told why. */
  end(why: CityError): void {
    this.#ended ??= why;
    this.#leave();
  }

  /** Writes what there is to be told beside the answers, until that ends, and closes the response. */
  async pour(events: AsyncGenerator<string>): Promise<void> {
    const { response } = this.#exchange;
    if (this.isGone) return void events.return(undefined);
    response.once('close', () => void events.return(undefined));
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers what it passes on would hold events back.
      'x-accel-buffering': 'no',
    });
    for await (const event of events) if (event !== comment || this.flow.hasRoom) this.flow.write(event);
    response.end();
    setTimeout(() => this.breakOff(), eventStreamLimits.lastWordsMs).unref();
  }

  /** Closes the connection, whatever is under way on it. */
  breakOff(): void {
    this.#exchange.response.destroy();
  }
}
