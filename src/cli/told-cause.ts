/** What the log tells of an error: never its other members, of which a driver's hold whole rows (`detail`) and the connection itself. */
export interface ToldCause {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE, errno name or our own code. */
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ToldCause;
}

const deepest = 4;

/** Tells of an error and of what caused it, four deep; of what is no error, its text. */
export function toldCause(thrown: unknown, depth = 1): ToldCause {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { code, cause } = thrown as { readonly code?: unknown; readonly cause?: unknown };
  return {
    type: thrown.constructor.name,
    message: thrown.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(thrown.stack === undefined ? {} : { stack: thrown.stack }),
    ...(cause === undefined || depth >= deepest ? {} : { cause: toldCause(cause, depth + 1) }),
  };
}
