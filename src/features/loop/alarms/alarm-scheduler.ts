import { asCityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { DueWork } from './due-work.js';

/** What an {@link AlarmScheduler} works with. */
export interface SchedulerParts {
  readonly works: readonly DueWork[];
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that it sleeps at most, as another process may have started an earlier clock meanwhile; 5,000 when left out. */
  readonly longestSleepMs?: number;
}

/** What keeps failing is tried again at this pace and no faster. */
const retryMs = 1_000;

/** Does what falls due, when it falls due. Every process runs one; none needs the others, and together they do everything once. */
export class AlarmScheduler {
  readonly #parts: SchedulerParts;
  readonly #longestSleepMs: number;
  #isStopped = false;
  #isFailing = false;
  #wake: () => void = () => undefined;
  #ends: Promise<void> = Promise.resolve();

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#longestSleepMs = parts.longestSleepMs ?? 5_000;
  }

  start(): void {
    this.#ends = this.#run();
  }

  /** Ends after the batch under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#ends;
  }

  /**
   * Does everything that is due now; answers how many pieces that were. Each kind of work does a batch in turn, so that much of one keeps no
   * other waiting. What fails keeps none from being done either, and is thrown then.
   */
  async doDue(): Promise<number> {
    const failed = new Map<DueWork, unknown>();
    let done = 0;
    for (let inTurn = 1; inTurn > 0 && !this.#isStopped; done += inTurn) inTurn = await this.#oneTurn(failed);
    for (const thrown of failed.values()) throw thrown;
    return done;
  }

  async #oneTurn(failed: Map<DueWork, unknown>): Promise<number> {
    const at = this.#parts.clock.now();
    let done = 0;
    for (const work of this.#parts.works.filter((one) => !failed.has(one))) {
      await work.doDue(at).then(
        (batch) => (done += batch),
        (thrown: unknown) => failed.set(work, thrown),
      );
    }
    return done;
  }

  /** Milliseconds by which the oldest piece is late; 0 where nothing is. */
  async lateMs(): Promise<number> {
    const next = await this.#nextAt();
    return next === null ? 0 : Math.max(0, this.#parts.clock.now().getTime() - next);
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const sleepMs = await this.#doAndLookAhead().catch((thrown: unknown) => this.#failed(thrown));
      if (!this.#isStopped) await this.#sleep(sleepMs);
    }
  }

  /** Milliseconds until the next piece falls due. */
  async #doAndLookAhead(): Promise<number> {
    await this.doDue();
    const next = await this.#nextAt();
    this.#isFailing = false;
    if (next === null) return this.#longestSleepMs;
    const waitMs = next - this.#parts.clock.now().getTime();
    // What is late and yet was not done is in another process's hands, or its matter in somebody's step.
    return Math.min(this.#longestSleepMs, waitMs <= 0 ? retryMs : waitMs);
  }

  async #nextAt(): Promise<number | null> {
    const instants = await Promise.all(this.#parts.works.map((work) => work.nextAt()));
    const waiting = instants.flatMap((instant) => instant?.getTime() ?? []);
    return waiting.length === 0 ? null : Math.min(...waiting);
  }

  #failed(thrown: unknown): number {
    const { code, id, cause } = asCityError(thrown);
    if (!this.#isFailing) this.#parts.log.warn({ code, id, cause }, 'what is due cannot be done, trying again');
    this.#isFailing = true;
    return retryMs;
  }

  async #sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }
}
