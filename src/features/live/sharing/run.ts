import { type DeliveryStream, isUpTo, type LogPoint, type Placed } from '../live-source.js';
import type { MakeAnswer } from './answer.js';
import type { Follower } from './follower.js';

/** Who is told of what becomes of a run. */
export interface RunOwner<Told> {
  /** The run has come to the end of the log: it may be made the live one, or hand its followers to that. */
  reached(run: Run<Told>): void;
  /** This follower is too slow for the others of a run that catches up; it must be served from there by a run of its own. */
  leftBehind(follower: Follower, at: LogPoint): void;
  over(run: Run<Told>): void;
}

/** One stream that is read once, whose deliveries are executed once, for all who follow it. */
export class Run<Told> {
  readonly #open: () => DeliveryStream<Told>;
  #stream: DeliveryStream<Told> | null = null;
  readonly #make: MakeAnswer<Told>;
  readonly #owner: RunOwner<Told>;
  readonly #followers = new Set<Follower>();
  #point: LogPoint;
  #isLive = false;
  /** It has come to the end of the log, but the live run was further then. */
  #triesAgain = false;
  #isOver = false;

  constructor({
    open,
    after,
    make,
    owner,
  }: {
    /** Opened when the run begins to read, as a stream that nobody takes from falls behind. */
    readonly open: () => DeliveryStream<Told>;
    readonly after: LogPoint;
    readonly make: MakeAnswer<Told>;
    readonly owner: RunOwner<Told>;
  }) {
    this.#open = open;
    this.#point = after;
    this.#make = make;
    this.#owner = owner;
  }

  /** Everything up to here has been offered to those who follow. */
  get point(): LogPoint {
    return this.#point;
  }

  get followers(): ReadonlySet<Follower> {
    return this.#followers;
  }

  /** Whether who begins after a point misses nothing by following from now on. */
  servesAfter(point: LogPoint): boolean {
    return !this.#isOver && isUpTo(this.#point, point);
  }

  add(follower: Follower, after: LogPoint): void {
    follower.startAfter(after);
    this.#followers.add(follower);
  }

  /** Takes a follower off; a run that nobody follows any more ends. */
  remove(follower: Follower): void {
    if (this.#followers.delete(follower) && this.#followers.size === 0) this.stop();
  }

  /** Hands its followers to another run that serves them from here, and ends. */
  moveTo(other: Run<Told>): void {
    for (const follower of this.#followers) other.add(follower, this.#point);
    this.#followers.clear();
    this.stop();
  }

  /** From now on it waits for no reader: it has reached the present. */
  goLive(): void {
    this.#isLive = true;
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    void this.#stream?.return();
    this.#owner.over(this);
  }

  /** Begins to read after so many milliseconds. */
  runIn(milliseconds: number): void {
    if (milliseconds === 0) void this.#run();
    else setTimeout(() => void this.#run(), milliseconds);
  }

  /** Runs until the stream ends or nobody follows. */
  async #run(): Promise<void> {
    const thrown = await this.#readAll().then(
      () => null,
      (error: unknown) => error,
    );
    const left = [...this.#followers];
    this.#followers.clear();
    this.stop();
    for (const follower of left) follower.end(thrown);
  }

  async #readAll(): Promise<void> {
    if (this.#isOver) return;
    const stream = (this.#stream = this.#open());
    while (!this.#isOver) {
      const { done, value } = await stream.next();
      if (done || this.#isOver) return;
      await (value.kind === 'REACHED' ? this.#reach(value) : this.#handOn(value));
    }
  }

  /** Its owner is told before anything is awaited, as another run may be further by the next turn. */
  async #reach(placed: Placed<Told>): Promise<void> {
    this.#point = placed.at;
    this.#owner.reached(this);
    if (this.#isLive) await this.#handOut(placed);
    else this.#triesAgain = true;
  }

  async #handOn(placed: Placed<Told>): Promise<void> {
    await this.#handOut(placed);
    if (this.#isLive) return;
    if (this.#triesAgain) this.#stream?.tellReached();
    await this.#pace();
  }

  async #handOut(placed: Placed<Told>): Promise<void> {
    if (![...this.#followers].some((follower) => follower.wants(placed))) {
      this.#point = placed.at;
      return;
    }
    const answer = await this.#make(placed);
    this.#point = placed.at;
    for (const follower of this.#followers) follower.offer(answer);
    // Of those that failed in taking it nobody but their own transport knows yet.
    for (const follower of this.#followers) if (follower.isOver) this.remove(follower);
  }

  /** What was missed is fetched at the pace of its readers: of several, those who cannot take it are left behind; the last of them is waited for. */
  async #pace(): Promise<void> {
    const slow = [...this.#followers].filter((follower) => !follower.hasRoom);
    if (slow.length === 0) return;
    if (slow.length === this.#followers.size) return Promise.race(slow.map((follower) => follower.room()));
    for (const follower of slow) {
      this.#followers.delete(follower);
      this.#owner.leftBehind(follower, this.#point);
    }
  }
}
