/** The one-time code by which a resident may confirm the result of a matter; the code itself is nowhere. */
export interface HeldCode {
  /** The version to which telling the result led; a code of an earlier result counts no longer. */
  readonly version: number;
  readonly codeHash: string;
  readonly expiresAt: Date;
  /** How often somebody has tried to confirm this result. */
  readonly tries: number;
  readonly usedAt: Date | null;
}

/** So many tries lock the code of a result, whichever code is issued for it afterwards. */
export const mostTries = 5;

/** How long a code may be used, in milliseconds: three days. Local; no standard sets it. */
export const codeLifeMs = 3 * 24 * 3_600_000;
