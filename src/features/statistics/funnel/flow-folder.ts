import type { Log } from '../../../kernel/log.js';
import type { FlowFold } from '../ports.js';

/** Changes that one transaction folds: long enough to be worth one, short enough to hold nobody up. */
const size = 20_000;
const everyMs = 5_000;

/** Folds changes of the flow in the background; of several processes whichever has the turn. Answers are exact without it, and fast with it. */
export class FlowFolder {
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(private readonly parts: { readonly fold: FlowFold; readonly log: Log }) {}

  /** Folds now and every five seconds from now on, one round after the other. */
  start(): void {
    const begin = (): void => void (this.#round = this.#round.then(() => this.foldAll()));
    begin();
    this.#timer = setInterval(begin, everyMs);
    this.#timer.unref();
  }

  /** Ends after the transaction under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#round;
  }

  /** Folds until nothing, or nothing more than comes in meanwhile, is left. */
  async foldAll(): Promise<void> {
    try {
      while (!this.#isStopping && (await this.parts.fold.fold(size)) === size);
    } catch (thrown) {
      this.parts.log.warn({ cause: thrown }, 'the flow of matters could not be folded');
    }
  }
}
