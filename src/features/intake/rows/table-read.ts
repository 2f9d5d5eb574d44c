/** A table of a file that a run has read. */
export interface TableRead {
  readonly file: string;
  /** As the part of a quarantined row. */
  readonly part: string;
  /** The row at which reading broke off, so that the rows behind it were not seen; null where it came to the end. */
  readonly brokenOffAt: number | null;
}
