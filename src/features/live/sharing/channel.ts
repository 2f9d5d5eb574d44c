import { isUpTo, type LiveSource, type LogPoint } from '../live-source.js';
import type { MakeAnswer } from './answer.js';
import type { Follower } from './follower.js';
import { Run } from './run.js';

/** What a reader follows: the deliveries of a source, and how they are answered. */
export interface Subject<Told> {
  readonly source: LiveSource<Told>;
  readonly make: MakeAnswer<Told>;
}

/**
 * Before a run that catches up begins to read, it waits for others who begin there: screens that were cut off together come back one by one,
 * and each that came too late would be a run of its own. The more runs there are, the longer.
 */
const gatherFirstMs = 5;
const longestGatherMs = 500;

/**
 * All who follow the same deliveries. One run is live and never waits; who begins earlier than it stands catches up by a run that others at
 * the same place share, until it reaches the live one. A run that reaches the end of the log when none is live becomes the live one.
 */
export class Channel<Told> {
  readonly #whenEmpty: () => void;
  readonly #catchingUp = new Set<Run<Told>>();
  #live: Run<Told> | null = null;
  /** Followers who are being opened or wait for room, and so follow no run just now. */
  #between = 0;

  constructor(whenEmpty: () => void) {
    this.#whenEmpty = whenEmpty;
  }

  /** How many streams are read. */
  get runs(): number {
    return this.#catchingUp.size + (this.#live === null ? 0 : 1);
  }

  /** Serves a follower from the beginning of its source, its opening first, until it leaves or the stream ends. */
  async serve(follower: Follower, subject: Subject<Told>): Promise<void> {
    const { source } = subject;
    const { point, isNow } = source.start;
    const begin = isNow ? this.#latest(point) : point;
    // Who begins now joins at once, and what happens meanwhile is held; who begins earlier, or with the state, takes that at its own pace.
    if (isNow) follower.hold();
    if (isNow) this.#join(follower, begin, subject);
    await this.#whileBetween(async () => {
      await open(follower, begin, subject);
      if (isNow) follower.release();
      else this.#join(follower, begin, subject);
    });
  }

  /** Takes a follower off, whichever run it follows. */
  leave(follower: Follower): void {
    for (const run of this.#runs()) run.remove(follower);
    this.#forgetIfEmpty();
  }

  #latest(point: LogPoint): LogPoint {
    const live = this.#live;
    return live !== null && isUpTo(point, live.point) ? live.point : point;
  }

  #join(follower: Follower, after: LogPoint, subject: Subject<Told>): void {
    if (follower.isOver) return this.#forgetIfEmpty();
    const run = [...this.#runs()].find((one) => one.servesAfter(after)) ?? this.#begin(after, subject);
    run.add(follower, after);
  }

  #begin(after: LogPoint, subject: Subject<Told>): Run<Told> {
    const run = new Run<Told>({
      open: () => subject.source.from(after),
      after,
      make: subject.make,
      owner: {
        reached: (reached) => this.#reached(reached),
        leftBehind: (follower, at) => void this.#serveLater(follower, at, subject),
        over: (ended) => this.#over(ended),
      },
    });
    const gatherMs = subject.source.start.isNow ? 0 : Math.min(longestGatherMs, gatherFirstMs * 2 ** this.#catchingUp.size);
    this.#catchingUp.add(run);
    run.runIn(gatherMs);
    return run;
  }

  #reached(run: Run<Told>): void {
    const live = this.#live;
    if (live === null) {
      this.#catchingUp.delete(run);
      this.#live = run;
      run.goLive();
    } else if (run !== live && live.servesAfter(run.point)) run.moveTo(live);
  }

  async #serveLater(follower: Follower, at: LogPoint, subject: Subject<Told>): Promise<void> {
    await this.#whileBetween(async () => {
      await follower.room();
      this.#join(follower, at, subject);
    });
  }

  async #whileBetween(work: () => Promise<void>): Promise<void> {
    this.#between += 1;
    try {
      await work();
    } finally {
      this.#between -= 1;
      this.#forgetIfEmpty();
    }
  }

  #over(run: Run<Told>): void {
    this.#catchingUp.delete(run);
    if (this.#live === run) this.#live = null;
    this.#forgetIfEmpty();
  }

  *#runs(): Iterable<Run<Told>> {
    if (this.#live !== null) yield this.#live;
    yield* this.#catchingUp;
  }

  #forgetIfEmpty(): void {
    if (this.runs === 0 && this.#between === 0) this.#whenEmpty();
  }
}

async function open<Told>(follower: Follower, begin: LogPoint, { source, make }: Subject<Told>): Promise<void> {
  for await (const placed of source.opening(begin)) {
    if (follower.isOver) return;
    follower.open(await make(placed));
    await follower.taken();
  }
}
