import { CityError } from '../../../kernel/city-error.js';
import type { LogPoint } from '../live-source.js';
import { readerLagged, serverStops } from '../stream-ended.js';
import type { Answer } from './answer.js';
import type { Sink } from './sink.js';

/** What one reader may leave untaken. */
export const followerLimits = { answers: 1_000, bytes: 4 * 1024 * 1024 } as const;
/** While so much waits, nothing is fetched for the reader beyond what happens anyway. */
const fewAnswers = 100;

/**
 * One reader of a shared stream: answers go straight to its sink while that takes them, else they wait here in order. Too much waiting ends
 * this reader, and nobody else notices.
 */
export class Follower {
  /** Fulfilled when the stream is over; rejected with what its reader is to be told, `details.resume` included. */
  readonly ended: Promise<void>;
  readonly #sink: Sink;
  #floor: LogPoint | null = null;
  #waiting: Answer[] = [];
  #waitingBytes = 0;
  #isHeld = false;
  #isWatching = false;
  #resume: string | null = null;
  /** Whether the state that opens its stream was begun and is not written to its end: then there is nothing to go on from. */
  #isInState = false;
  #isOver = false;
  #roomAwaited: (() => void)[] = [];
  #takenAwaited: (() => void)[] = [];
  #end!: (thrown: Error | null) => void;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.ended = new Promise((resolve, reject: (thrown: Error) => void) => {
      this.#end = (thrown) => (thrown === null ? resolve() : reject(thrown));
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The cursor after what it was sent; null for nothing yet. */
  get sent(): string | null {
    return this.#resume;
  }

  /** Whether answers that were missed may be fetched for it. */
  get hasRoom(): boolean {
    return this.#isOver || this.#waiting.length < fewAnswers;
  }

  /** Resolves as soon as there is room, or the reader is gone. */
  room(): Promise<void> {
    return this.hasRoom ? Promise.resolve() : new Promise((resolve) => this.#roomAwaited.push(resolve));
  }

  /** Resolves as soon as the reader has taken what opens its stream, or is gone. */
  taken(): Promise<void> {
    const isTaken = this.#isOver || this.#isHeld || this.#waiting.length === 0;
    return isTaken ? Promise.resolve() : new Promise((resolve) => this.#takenAwaited.push(resolve));
  }

  /** From now on the reader wants what lies after a point. */
  startAfter(point: LogPoint): void {
    this.#floor = point;
  }

  /** Keeps answers back until {@link release}: what opens the stream comes first. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Lets go what was kept back. */
  release(): void {
    this.#isHeld = false;
    this.#flush();
  }

  /** Takes an answer of the opening, before anything that is held; where nothing is, it waits for room as any other. */
  open(answer: Answer): void {
    if (this.#isOver) return;
    if (answer.cursor === null) this.#isInState = true;
    if (this.#isHeld) this.#write(answer);
    else this.offer(answer);
  }

  /** Whether it lies after where this reader began. */
  wants({ at, kind }: Pick<Answer, 'at' | 'kind'>): boolean {
    const floor = this.#floor;
    if (this.#isOver) return false;
    if (floor === null || kind === 'GAP' || at.epoch !== floor.epoch) return true;
    // A beat at its very beginning tells that it misses nothing; that the end of the log was reached there is no news.
    return kind === 'BEAT' ? at.position >= floor.position : at.position > floor.position;
  }

  /** Takes an answer of a stream that it follows; one that lies before its beginning is passed over. */
  offer(answer: Answer): void {
    if (!this.wants(answer)) return;
    if (!this.#isHeld && this.#waiting.length === 0 && this.#sink.hasRoom) return this.#write(answer);
    this.#waiting.push(answer);
    this.#waitingBytes += answer.payload.length;
    if (this.#waiting.length > followerLimits.answers || this.#waitingBytes > followerLimits.bytes) return this.#lag(answer);
    if (!this.#isHeld) this.#watch();
  }

  /** Ends it as its stream ended: with what was thrown, or null. What waits is given up; the reader goes on after what it was sent. */
  end(thrown: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting = [];
    for (const resolve of [...this.#roomAwaited.splice(0), ...this.#takenAwaited.splice(0)]) resolve();
    this.#end(thrown === null ? null : this.#told(thrown));
  }

  #write(answer: Answer): void {
    this.#resume = answer.cursor;
    if (answer.cursor !== null) this.#isInState = false;
    this.#sink.write(answer);
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#sink.whenRoom(() => {
      this.#isWatching = false;
      this.#flush();
    });
  }

  #flush(): void {
    let taken = 0;
    while (taken < this.#waiting.length && this.#sink.hasRoom) this.#write(this.#waiting[taken++]!);
    this.#waitingBytes -= this.#waiting.slice(0, taken).reduce((sum, { payload }) => sum + payload.length, 0);
    this.#waiting.splice(0, taken);
    if (this.hasRoom) for (const resolve of this.#roomAwaited.splice(0)) resolve();
    if (this.#waiting.length > 0) return this.#watch();
    for (const resolve of this.#takenAwaited.splice(0)) resolve();
  }

  #lag({ cursor }: Answer): void {
    this.end(readerLagged(this.#isInState ? null : (this.#resume ?? cursor)));
  }

  // The stream names where it is itself; this reader may not have been sent all of that.
  #told(thrown: unknown): Error {
    const resume = this.#isInState ? null : this.#resume;
    const error = thrown instanceof Error ? thrown : new Error('A stream ended.', { cause: thrown });
    if (!(error instanceof CityError) || typeof error.details['resume'] !== 'string') return error;
    if (resume === null && !this.#isInState) return error;
    return error.code === 'LIMIT' ? readerLagged(resume) : serverStops(resume);
  }
}
