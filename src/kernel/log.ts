/** Where the platform writes what an operator may need. A healthy day holds no `error` line. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

const nothing = (): void => undefined;

/** A log that keeps silent, for tests and tools that print by other means. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
