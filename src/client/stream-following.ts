import { backoffMs } from './backoff.js';
import type { AnswerError, Carrier, Refusal, StreamAnswer, StreamEnd, StreamRequest } from './carrier.js';
import { type LiveEvent, type StreamGap, type Told, toldBy } from './delivery.js';
import type { Following, FollowPhase, FollowState, FollowWish } from './follow-wish.js';
import { Inbox } from './inbox.js';
import { endByErrors } from './judge-end.js';
import { SeenEvents } from './seen-events.js';
import { SilenceWatch } from './silence-watch.js';
import type { Timing } from './timing.js';

/** Heartbeats that a dead connection has missed. */
const deadBeats = 2.5;
/** Deliveries that may wait for their handlers; then the stream is let go and resumed when they have been handled. */
const mostWaiting = 1_000;
/** As many of them are being behind. */
const manyWaiting = 100;
/** A stream that catches up and is quiet for so long has caught up, milliseconds. */
const settledMs = 1_000;

/** What streams are followed with. */
export interface FollowMeans {
  readonly carrier: Carrier;
  readonly timing: Timing;
  readonly heartbeatMs: number;
}

interface Arrived<Event> {
  readonly told: Told<Event>;
  readonly errors: readonly AnswerError[];
}

/** Follows one subscription for ever: what ends is resumed after the last delivery that was handled. */
export class StreamFollowing<Event extends LiveEvent> implements Following {
  readonly ended: Promise<void>;
  readonly #wish: FollowWish<Event>;
  readonly #means: FollowMeans;
  readonly #inbox: Inbox<Arrived<Event>>;
  readonly #seen = new SeenEvents();
  readonly #silence: SilenceWatch;
  #cursor: string | null;
  #phase: FollowPhase = 'CONNECTING';
  #problem: Refusal | null = null;
  #beatAt: number | null = null;
  #failures = 0;
  #hasAskedAgain = false;
  /** Whether what was missed may still be coming, and whether the opening heartbeat, which says nothing of that, has come. */
  #catchingUp: 'OPENING' | 'COMING' | null = null;
  #leave: () => void = () => undefined;
  #callOff: () => void = () => undefined;
  #callOffSettling: () => void = () => undefined;
  #conclude!: (thrown?: Error) => void;

  constructor(wish: FollowWish<Event>, means: FollowMeans) {
    this.#wish = wish;
    this.#means = means;
    const after = wish.variables?.['after'];
    this.#cursor = typeof after === 'string' ? after : null;
    this.#inbox = new Inbox(
      (arrived) => this.#handle(arrived),
      (thrown) => this.#stop('STOPPED', thrown instanceof Error ? thrown : new Error('A handler failed.', { cause: thrown })),
    );
    this.#silence = new SilenceWatch(deadBeats * means.heartbeatMs, means.timing, () => this.#fallSilent());
    this.ended = new Promise((resolve, reject) => {
      this.#conclude = (thrown) => (thrown === undefined ? resolve() : reject(thrown));
    });
    wish.signal?.addEventListener('abort', () => this.stop(), { once: true });
    if (wish.signal?.aborted) this.stop();
    else this.#begin();
  }

  get state(): FollowState {
    const heartbeatAgeMs = this.#beatAt === null ? null : this.#means.timing.now() - this.#beatAt;
    return { phase: this.#phase, cursor: this.#cursor, heartbeatAgeMs, problem: this.#problem };
  }

  stop(): void {
    this.#stop('STOPPED');
  }

  get #isOver(): boolean {
    return this.#phase === 'STOPPED' || this.#phase === 'REFUSED';
  }

  #begin(): void {
    if (this.#isOver) return;
    this.#catchingUp = this.#cursor === null ? null : 'OPENING';
    this.#silence.start();
    this.#leave = this.#means.carrier.open(this.#request(), {
      answer: (answer) => this.#hear(answer),
      ended: (end) => void this.#goOn(end),
    });
  }

  #request(): StreamRequest {
    const { query, operationName, variables, extensions } = this.#wish;
    return {
      query,
      ...(operationName === undefined ? {} : { operationName }),
      variables: { ...variables, after: this.#cursor },
      ...(extensions === undefined ? {} : { extensions }),
    };
  }

  #hear({ data, errors = [] }: StreamAnswer): void {
    this.#silence.hear();
    const told = data == null ? null : toldBy<Event>(data);
    if (told === null) return void this.#goOn(errors.length > 0 ? endByErrors(errors) : incomplete);
    this.#failures = 0;
    this.#hasAskedAgain = false;
    this.#problem = null;
    this.#inbox.put({ told, errors });
    if (this.#inbox.size > mostWaiting) return void this.#goOn(overfull);
    this.#place(told);
  }

  /** Where the stream stands after a delivery came. */
  #place({ kind }: Told<Event>): void {
    this.#callOffSettling();
    if (kind === 'HEARTBEAT') {
      this.#beatAt = this.#means.timing.now();
      this.#catchingUp = this.#catchingUp === 'OPENING' ? 'COMING' : null;
    }
    if (kind === 'SNAPSHOT') this.#catchingUp ??= 'COMING';
    if (this.#catchingUp !== null) {
      this.#callOffSettling = this.#means.timing.after(settledMs, () => {
        this.#catchingUp = null;
        this.#enterPhase();
      });
    }
    this.#enterPhase();
  }

  #enterPhase(): void {
    if (!this.#isOver) this.#enter(this.#catchingUp !== null || this.#inbox.size > manyWaiting ? 'BEHIND' : 'LIVE');
  }

  async #handle({ told, errors }: Arrived<Event>): Promise<void> {
    const { onEvent, onGap, onHeartbeat, onSnapshot } = this.#wish;
    if (told.kind === 'GAP') await onGap(told.gap);
    if (told.kind === 'HEARTBEAT') await onHeartbeat?.(told.heartbeat);
    if (told.kind === 'SNAPSHOT') await (onSnapshot ?? stateUnexpected)(told.snapshot);
    if (told.kind === 'EVENT' && this.#isNew(told.event)) await onEvent(told.event, errors);
    this.#cursor = told.cursor ?? this.#cursor;
    if (this.#phase === 'BEHIND' && this.#inbox.size <= 1) this.#enterPhase();
  }

  #isNew({ eventId }: Event): boolean {
    return eventId === undefined || this.#seen.isNew(eventId);
  }

  #fallSilent(): void {
    this.#means.carrier.abandon();
    void this.#goOn(silent);
  }

  /** Goes on after the end of one connection: what has come is handled first, for the next begins after that. */
  async #goOn(end: StreamEnd): Promise<void> {
    this.#rest();
    if (this.#isOver) return;
    this.#problem = { code: end.code, message: end.message };
    this.#enter('CONNECTING');
    await this.#inbox.whenEmpty();
    if (this.#isOver) return;
    if (end.verdict === 'REFUSED') return this.#refuse();
    if (end.verdict === 'UNAUTHENTICATED') return this.#hasAskedAgain ? this.#refuse() : this.#askAgain();
    if (end.verdict === 'CURSOR_INVALID') return this.#cursor === null ? this.#refuse() : this.#beginAnew(this.#cursor);
    this.#callOff = this.#means.timing.after(Math.max(end.waitMs ?? 0, this.#nextWaitMs()), () => this.#begin());
  }

  #nextWaitMs(): number {
    return backoffMs(this.#failures++, () => this.#means.timing.random());
  }

  /** The next connection asks for the credential anew. */
  #askAgain(): void {
    this.#hasAskedAgain = true;
    this.#begin();
  }

  /** A cursor counts under the rights and conditions that it was made under; what came under others in between is told as missing. */
  #beginAnew(from: string): void {
    const gap: StreamGap = { from, to: null, reason: 'CURSOR_INVALID', resync: true };
    this.#inbox.put({ told: { kind: 'GAP', gap, cursor: null }, errors: [] });
    void this.#inbox.whenEmpty().then(() => {
      this.#cursor = null;
      this.#begin();
    });
  }

  #refuse(): void {
    const refusal = this.#problem!;
    this.#stop('REFUSED');
    this.#wish.onRefused(refusal);
  }

  #stop(phase: 'STOPPED' | 'REFUSED', thrown?: Error): void {
    if (this.#isOver) return;
    this.#rest();
    this.#inbox.clear();
    this.#enter(phase);
    this.#conclude(thrown);
  }

  #rest(): void {
    for (const end of [this.#leave, this.#callOff, this.#callOffSettling]) end();
    this.#leave = this.#callOff = this.#callOffSettling = () => undefined;
    this.#silence.stop();
  }

  #enter(phase: FollowPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#wish.onState?.(this.state);
  }
}

function stateUnexpected(): never {
  throw new TypeError('Expected onSnapshot, as the subscription begins with a state.');
}

const overfull: StreamEnd = { verdict: 'RESUME', code: 'BEHIND', message: 'More came than the handlers took.' };
const silent: StreamEnd = { verdict: 'RESUME', code: 'SILENT', message: 'No heartbeat came.' };
const incomplete: StreamEnd = {
  verdict: 'REFUSED',
  code: 'QUERY_INCOMPLETE',
  message: 'Expected __typename and cursor in every delivery; ask for them, and for the marks of the stream.',
};
