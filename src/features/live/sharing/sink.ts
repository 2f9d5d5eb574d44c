import type { Answer } from './answer.js';

/** Where one reader's answers go: a socket, a response that streams. */
export interface Sink {
  /** Whether it takes more at once; what is written without room is kept by the transport, unbounded. */
  readonly hasRoom: boolean;
  write(answer: Answer): void;
  /** Calls back once, when there is room again or nothing will ever be taken any more. */
  whenRoom(call: () => void): void;
}
