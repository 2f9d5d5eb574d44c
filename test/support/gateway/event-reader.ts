import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** One event of a stream as it came. */
export interface StreamedEvent {
  readonly event: string;
  /** Null where it carries none. */
  readonly id: string | null;
  /** The JSON of its data; null where it carries none. */
  readonly data: unknown;
}

/** What is asked of `/events`: a JSON body by POST, or what `EventSource` would send. */
export interface EventAsk {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: object;
  /** Parameters of a GET. */
  readonly search?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A reader of `/events`, byte by byte: nothing of a client's library stands in between. */
export class EventReader {
  readonly response: IncomingMessage;
  /** How many comments have come. */
  comments = 0;
  #text = '';
  #isOver = false;
  readonly #events: StreamedEvent[] = [];
  #came: () => void = () => undefined;

  private constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.#take(text));
    response.on('error', () => undefined);
    response.on('close', () => {
      this.#isOver = true;
      this.#came();
    });
  }

  static async open(base: string, { method = 'POST', body, search, headers = {} }: EventAsk): Promise<EventReader> {
    const url = `${base}/events${search === undefined ? '' : `?${new URLSearchParams(search).toString()}`}`;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const asking = request(url, { method, headers: { accept: 'text/event-stream', ...type, ...headers }, agent: false });
    asking.end(body === undefined ? undefined : JSON.stringify(body));
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return new EventReader(response);
  }

  /** The next event; null when the stream is over. */
  async next(): Promise<StreamedEvent | null> {
    while (this.#events.length === 0 && !this.#isOver) await new Promise<void>((resolve) => (this.#came = resolve));
    return this.#events.shift() ?? null;
  }

  /** Everything that is left, after which the stream is over. */
  async rest(): Promise<readonly StreamedEvent[]> {
    const events: StreamedEvent[] = [];
    for (let event = await this.next(); event !== null; event = await this.next()) events.push(event);
    return events;
  }

  /** The whole answer, where it is no stream of events. */
  async json(): Promise<unknown> {
    while (!this.#isOver) await new Promise<void>((resolve) => (this.#came = resolve));
    return JSON.parse(this.#text);
  }

  stop(): void {
    this.response.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      this.#read(this.#text.slice(0, end).split('\n'));
      this.#text = this.#text.slice(end + 2);
    }
    this.#came();
  }

  #read(lines: readonly string[]): void {
    if (lines.every((line) => line.startsWith(':'))) {
      this.comments += 1;
      return;
    }
    const valueOf = (name: string): string | null =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim() ?? null;
    const data = valueOf('data');
    this.#events.push({ event: valueOf('event') ?? '', id: valueOf('id'), data: data === null || data === '' ? null : JSON.parse(data) });
  }
}
