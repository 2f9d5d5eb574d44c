import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { ReadersJob, Received } from './question.js';
import type { ReadersOrder } from './readers.js';

/** The process that holds the sockets. */
export class Readers {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Opens the sockets of a job; resolves when each has been told of its stream. */
  static async open(job: ReadersJob): Promise<Readers> {
    const readers = new Readers(fork(join(__dirname, 'readers.js'), { execArgv: ['--max-old-space-size=4096'] }));
    await readers.#ask({ order: 'open', job });
    return readers;
  }

  async forget(): Promise<void> {
    await this.#ask({ order: 'forget' });
  }

  async report(): Promise<Received> {
    return (await this.#ask({ order: 'report' })) as Received;
  }

  /** Cuts every socket without a word. */
  async cut(): Promise<void> {
    await this.#ask({ order: 'cut' });
  }

  /** Opens every socket again with its last cursor, all at once; milliseconds until each has come to a position of the log. */
  async resume(target: number): Promise<number> {
    return (await this.#ask({ order: 'resume', target })) as number;
  }

  async close(): Promise<void> {
    this.#child.kill();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
  }

  async #ask(order: ReadersOrder): Promise<unknown> {
    this.#child.send(order);
    const [{ answer, failed }] = (await once(this.#child, 'message')) as [{ answer?: unknown; failed?: string }];
    if (failed !== undefined) throw new Error(`The readers failed: ${failed}`);
    return answer;
  }
}
