import { asCityError } from '../../../kernel/city-error.js';
import type { Log } from '../../../kernel/log.js';
import type { OfficeFront } from '../ports.js';
import type { OutboundQueue, OwedSteps } from './ports.js';

/** What an {@link OutboundDeliverer} works with. */
export interface OutboundDelivererParts {
  readonly fronts: readonly OfficeFront[];
  readonly owed: OwedSteps;
  readonly queue: OutboundQueue;
  readonly log: Log;
  /** Milliseconds between two looks at what is owed; 1,000 when left out. */
  readonly pollMs?: number;
}

const batchSteps = 500;
const longestPauseMs = 30_000;

/**
 * Carries what the index owes to offices into their front databases, in order for each office: put there first, forgotten here when the
 * front has committed. An office that is away waits with pauses that grow, and holds up no other.
 */
export class OutboundDeliverer {
  readonly #parts: OutboundDelivererParts;
  readonly #pollMs: number;
  /** When an office that failed is tried again, and after how many failures. */
  readonly #failing = new Map<string, { readonly failures: number; readonly notBefore: number }>();
  readonly #underWay = new Map<string, Promise<void>>();
  #isStopped = false;
  #isIndexAway = false;
  #wake: () => void = () => undefined;
  #ends: Promise<void> = Promise.resolve();

  constructor(parts: OutboundDelivererParts) {
    this.#parts = parts;
    this.#pollMs = parts.pollMs ?? 1_000;
  }

  start(): void {
    this.#ends = this.#run();
  }

  /** Says that an office (by key) is back: what is owed to it need not wait for its pause. */
  hint(departmentKey: string): void {
    this.#failing.delete(departmentKey);
    this.#wake();
  }

  /** Ends after the batches under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#ends;
    await Promise.all(this.#underWay.values());
  }

  /** Carries over what is owed to one office now; what it throws has left the rest owed. */
  async deliver(front: OfficeFront): Promise<void> {
    const { owed, queue } = this.#parts;
    while (!this.#isStopped) {
      const steps = await owed.oldest(front.department.code, batchSteps);
      if (steps.length === 0) return;
      const isPut = await front.transaction((sql) => queue.put(sql, steps));
      if (!isPut) return;
      await owed.settle(steps.map(({ id }) => id));
    }
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#look().then(
        () => (this.#isIndexAway = false),
        (thrown: unknown) => this.#indexFailed(thrown),
      );
      await this.#rest();
    }
  }

  async #look(): Promise<void> {
    const codes = new Set(await this.#parts.owed.owedTo());
    for (const front of this.#parts.fronts) {
      const { key, code } = front.department;
      const isResting = (this.#failing.get(key)?.notBefore ?? 0) > performance.now();
      if (!codes.has(code) || isResting || this.#underWay.has(key)) continue;
      const delivery = this.deliver(front)
        .then(
          () => this.#failing.delete(key),
          (thrown: unknown) => this.#failed(front, thrown),
        )
        .finally(() => this.#underWay.delete(key));
      this.#underWay.set(
        key,
        delivery.then(() => undefined),
      );
    }
  }

  #failed({ department: { key, code: department } }: OfficeFront, thrown: unknown): void {
    const failures = (this.#failing.get(key)?.failures ?? 0) + 1;
    const { code, id, cause } = asCityError(thrown);
    if (failures === 1) this.#parts.log.warn({ department, code, id, cause }, 'steps cannot be carried back to an office');
    const pause = Math.min(longestPauseMs, this.#pollMs * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
    this.#failing.set(key, { failures, notBefore: performance.now() + pause });
  }

  #indexFailed(thrown: unknown): void {
    const { code, id, cause } = asCityError(thrown);
    if (!this.#isIndexAway) this.#parts.log.warn({ code, id, cause }, 'what is owed to offices cannot be read');
    this.#isIndexAway = true;
  }

  async #rest(): Promise<void> {
    if (this.#isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }
}
