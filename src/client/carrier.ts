/** A subscription as it is sent; `variables.after` is the cursor to go on after. */
export interface StreamRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** One answer as it came. */
export interface StreamAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly AnswerError[] | undefined;
}

/** An error of the platform. */
export interface AnswerError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Why a stream is not served: the platform's code, and its words. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/**
 * How a stream ended. `RESUME`: it goes on after the last cursor, at the earliest after so many milliseconds. `UNAUTHENTICATED`: with another
 * credential, if there is one. `CURSOR_INVALID`: anew only. `REFUSED`: not at all.
 */
export interface StreamEnd extends Refusal {
  readonly verdict: 'RESUME' | 'UNAUTHENTICATED' | 'CURSOR_INVALID' | 'REFUSED';
  readonly waitMs?: number;
}

/** Who hears what a stream carries; nothing comes after its end. */
export interface StreamEar {
  answer(answer: StreamAnswer): void;
  ended(end: StreamEnd): void;
}

/** Carries streams to and from the platform, without coming back by itself: what ends, ends. */
export interface Carrier {
  /** Begins one; the answer ends it, after which its ear hears nothing more. */
  open(request: StreamRequest, ear: StreamEar): () => void;
  /** What lies underneath takes too long: the connection is given up, and all that it carries ends. */
  abandon(): void;
  close(): void;
}
