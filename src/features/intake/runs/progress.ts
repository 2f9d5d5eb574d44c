/** How far one stage of an import is. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** Hears of progress; must not throw. */
export type Report = (progress: Progress) => void;
