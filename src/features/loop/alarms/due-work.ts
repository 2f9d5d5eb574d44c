/** Something that falls due by itself, with nobody asking. */
export interface DueWork {
  /** When the next piece falls due; past instants are late, null where nothing waits. */
  nextAt(): Promise<Date | null>;
  /**
   * Does a batch of what is due at an instant, in one transaction, and answers how many pieces: 0 where nothing is left, or where other
   * processes have it in hand. A piece is done once, whoever else does the same at the same time.
   */
  doDue(at: Date): Promise<number>;
}
