import type { Answer, Sink } from '../../../src/features/live/index.js';

/** A reader in the hands of the test: it takes while it has room. */
export class ASink implements Sink {
  readonly taken: Answer[] = [];
  #hasRoom = true;
  #waiting: (() => void)[] = [];

  get hasRoom(): boolean {
    return this.#hasRoom;
  }

  set hasRoom(room: boolean) {
    this.#hasRoom = room;
    if (room) for (const call of this.#waiting.splice(0)) call();
  }

  /** What was taken, heartbeats left out, by the text of the answers. */
  get texts(): readonly string[] {
    return this.taken.filter(({ kind }) => kind === 'EVENT' || kind === 'GAP').map(({ payload }) => payload.toString());
  }

  write(answer: Answer): void {
    this.taken.push(answer);
  }

  whenRoom(call: () => void): void {
    this.#waiting.push(call);
  }
}
