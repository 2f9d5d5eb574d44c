import { asCityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import {
  type FeedKind,
  feedKinds,
  type ImportLock,
  type MergeSteps,
  type OfficeFront,
  type RunRegister,
  type WaitingRows,
} from '../ports.js';
import type { InboundReader } from '../push/inbound-reader.js';
import { bothChanges, noChanges } from './changes.js';
import type { Applied, FeedApplier } from './feed-applier.js';

/** What a {@link FeedFollower} works with. */
export interface FeedFollowerParts {
  readonly fronts: readonly OfficeFront[];
  readonly applier: FeedApplier;
  readonly lock: ImportLock;
  readonly steps: MergeSteps;
  readonly runs: RunRegister;
  /** Takes what offices' systems have put into their queues. */
  readonly inbound: Pick<InboundReader, 'take'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two looks at a quiet feed; 1,000 when left out. */
  readonly pollMs?: number;
}

/** How following one office goes. */
export interface FollowState {
  /** Failures in a row; 0 while all is well. */
  readonly failures: number;
  /** Since when it fails; null while all is well. */
  readonly failingSince: Date | null;
  /** When the feed was last seen to be applied to its end; null before that. */
  readonly caughtUpAt: Date | null;
  /** Since when the oldest change waits that the index does not hold, as far as the last look has told; null where none did. */
  readonly behindSince: Date | null;
}

const longestPauseMs = 30_000;
/** How old the noted age of a quiet office may grow before it is noted anew. */
const notedEveryMs = 10_000;

/** Keeps taking the offices' feeds into the index. Each office is followed by itself: one that fails waits, the others go on. */
export class FeedFollower {
  readonly #followings: readonly Following[];
  #ends: Promise<unknown> = Promise.resolve();

  constructor(parts: FeedFollowerParts) {
    this.#followings = parts.fronts.map((front) => new Following(parts, front));
  }

  start(): void {
    this.#ends = Promise.all(this.#followings.map((following) => following.run()));
  }

  /** Says that an office's feed may have grown; only a hint, the poll finds it anyway. */
  hint(departmentKey: string): void {
    this.#followings.find(({ key }) => key === departmentKey)?.wake();
  }

  /** How an office is doing, by its key. */
  stateOf(departmentKey: string): FollowState | null {
    return this.#followings.find(({ key }) => key === departmentKey)?.state ?? null;
  }

  /** How each office is doing, by its key. */
  states(): ReadonlyMap<string, FollowState> {
    return new Map(this.#followings.map((following) => [following.key, following.state]));
  }

  /** Ends after the batches under way. */
  async stop(): Promise<void> {
    for (const following of this.#followings) following.stop();
    await this.#ends;
  }
}

class Following {
  #state: FollowState = { failures: 0, failingSince: null, caughtUpAt: null, behindSince: null };
  #stopped = false;
  #wake: () => void = () => undefined;
  #hinted = false;
  #notedAt = 0;

  constructor(
    private readonly parts: FeedFollowerParts,
    private readonly front: OfficeFront,
  ) {}

  get key(): string {
    return this.front.department.key;
  }

  get state(): FollowState {
    return this.#state;
  }

  wake(): void {
    this.#hinted = true;
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const pause = await this.#round().then(
        () => this.#recovered(),
        (thrown: unknown) => this.#failed(thrown),
      );
      await this.#rest(pause);
    }
  }

  async #round(): Promise<void> {
    const lookedAt = this.parts.clock.now();
    await this.#takeInbound();
    let total: Applied = { rows: 0, changes: noChanges };
    // One look at a quiet feed: 6 statements a second for six offices, where opening every kind for itself took 175.
    const waiting = await this.parts.applier.waiting(this.front);
    this.#state = { ...this.#state, behindSince: behindSince(waiting, lookedAt) };
    for (const kind of waiting.size === 0 ? [] : feedKinds) {
      const applied = await this.#drain(kind);
      if (applied === null) return;
      total = { rows: total.rows + applied.rows, changes: bothChanges(total.changes, applied.changes) };
      if (kind === 'UNIT' && applied.rows > 0) await this.parts.steps.afterUnits(total.changes);
      if (kind === 'ELEMENT' && total.rows > 0) await this.parts.steps.afterElements(total.changes);
    }
    this.#state = { ...this.#state, caughtUpAt: lookedAt, behindSince: null };
    if (total.rows === 0 && lookedAt.getTime() - this.#notedAt < notedEveryMs) return;
    await this.parts.runs.noteCaughtUp(this.front.department.code, lookedAt);
    this.#notedAt = lookedAt.getTime();
  }

  /** Takes the queue of the office's own system into its records, whose changes then wait in the feed. */
  async #takeInbound(): Promise<void> {
    for (;;) {
      if (this.#stopped || (await this.parts.lock.isHeld(this.front.department.code))) return;
      if ((await this.parts.inbound.take(this.front)) === 0) return;
    }
  }

  /** Applies what waits of one kind; null where an import of the office is under way, which does the same in its own order. */
  async #drain(kind: FeedKind): Promise<Applied | null> {
    let total: Applied = { rows: 0, changes: noChanges };
    for (;;) {
      if (this.#stopped || (await this.parts.lock.isHeld(this.front.department.code))) return null;
      const applied = await this.parts.applier.applyBatch(this.front, kind);
      if (applied.rows === 0) break;
      total = { rows: total.rows + applied.rows, changes: bothChanges(total.changes, applied.changes) };
    }
    return total;
  }

  #recovered(): number {
    if (this.#state.failures > 0)
      this.parts.log.info({ department: this.front.department.code, failures: this.#state.failures }, 'an office’s feed is followed again');
    this.#state = { ...this.#state, failures: 0, failingSince: null };
    return this.parts.pollMs ?? 1_000;
  }

  #failed(thrown: unknown): number {
    const failures = this.#state.failures + 1;
    this.#state = { ...this.#state, failures, failingSince: this.#state.failingSince ?? this.parts.clock.now() };
    const { code, id, cause } = asCityError(thrown);
    if (failures === 1)
      this.parts.log.warn({ department: this.front.department.code, code, id, cause }, 'an office’s feed cannot be followed');
    const pause = Math.min(longestPauseMs, (this.parts.pollMs ?? 1_000) * 2 ** Math.min(failures, 10));
    // Half of the pause is left to chance, so that offices on one server do not come back all at once.
    return pause * (0.5 + Math.random() / 2);
  }

  async #rest(milliseconds: number): Promise<void> {
    if (this.#stopped) return;
    if (!this.#hinted || this.#state.failures > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#hinted = false;
    this.#wake = () => undefined;
  }
}

/** Only the age is the front database's word: its clock and ours may be hours apart. */
function behindSince(waiting: ReadonlyMap<FeedKind, WaitingRows>, lookedAt: Date): Date | null {
  if (waiting.size === 0) return null;
  const oldest = Math.max(...[...waiting.values()].map(({ oldestSeconds }) => oldestSeconds));
  return new Date(lookedAt.getTime() - oldest * 1_000);
}
