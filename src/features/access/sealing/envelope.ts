/** What is kept of a sealed part: its text under a key of its own, and that key under the office's. */
export interface Envelope {
  /** How both were encrypted; see `suites`. */
  readonly suite: string;
  /** Which of the office's keys the data key is wrapped in. */
  readonly keyId: string;
  /** Counts the shapes of what is inside, from 1. */
  readonly version: number;
  /** Base64. */
  readonly wrappedKey: string;
  /** Base64. */
  readonly body: string;
}
