/** What one reading of the inbox saw. */
export interface InboxPass {
  /** Whether every committed row above the floor was taken. */
  readonly emptied: boolean;
  /** Highest inbox id taken; `null` when nothing was. */
  readonly lastId: bigint | null;
  /** Every transaction below it had ended when the inbox was read. */
  readonly xmin: bigint;
  /** No transaction at or above it had begun. */
  readonly xmax: bigint;
}

/**
 * Remembers up to which inbox id no row can appear any more, so that the leader need not look there again.
 *
 * It only saves work: while a backup keeps its snapshot open, rows taken long ago cannot be vacuumed. With 120,000 of
 * them the median from append to subscriber rose from 9 ms to 163 ms, and with the floor to 27 ms (busy machine, 2 cores).
 * It is safe because `append` makes its transaction known before it draws an id: whoever holds an id below one that we
 * have seen is either finished or running in that snapshot, hence below its `xmax`.
 */
export class InboxFloor {
  #id = 0n;
  #highest = 0n;
  #awaited: { readonly id: bigint; readonly xmax: bigint } | null = null;

  /** Every row at or below this id was taken or never will be. */
  get id(): bigint {
    return this.#id;
  }

  /** Learns from a pass that began at the present floor. */
  learn(pass: InboxPass): void {
    if (pass.lastId !== null && pass.lastId > this.#highest) this.#highest = pass.lastId;
    if (this.#awaited && this.#isSettled(this.#awaited, pass)) {
      this.#id = this.#awaited.id;
      this.#awaited = null;
    }
    if (!this.#awaited && this.#highest > this.#id) this.#awaited = { id: this.#highest, xmax: pass.xmax };
  }

  #isSettled(awaited: { readonly id: bigint; readonly xmax: bigint }, pass: InboxPass): boolean {
    const hasTaken = pass.emptied || (pass.lastId !== null && pass.lastId >= awaited.id);
    return hasTaken && pass.xmin >= awaited.xmax;
  }
}
