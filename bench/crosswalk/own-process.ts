import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import type { OwnAnswer, OwnQuestion } from './own-side.js';

/** Our side in a process of its own, so that its memory is its own and neither side's garbage is cleared on the other's time. */
export class OwnProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  constructor() {
    this.#child = fork(join(__dirname, 'own-side.js'), { serialization: 'advanced' });
    this.#ended = new Promise((_, reject) => {
      this.#child.once('exit', () => reject(new Error('The process of our own side has ended; what it said stands above.')));
    });
    this.#ended.catch(() => undefined);
  }

  /** Asks and waits for the answer; throws where the process ends instead. */
  async ask(question: OwnQuestion): Promise<OwnAnswer> {
    const answered = new Promise<OwnAnswer>((resolve) => this.#child.once('message', (answer) => resolve(answer as OwnAnswer)));
    this.#child.send(question);
    return Promise.race([answered, this.#ended]);
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill();
    await this.#ended.catch(() => undefined);
  }
}
