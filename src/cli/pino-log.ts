import pino from 'pino';

import type { Config } from '../config/config.js';
import type { Log } from '../kernel/log.js';
import { toldCause } from './told-cause.js';

/** A log of JSON lines on standard error: time, level, message and fields; an error keeps its stack. */
export function pinoLog(level: Config['logLevel']): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { cause: (cause: unknown) => toldCause(cause) } },
    pino.destination(2),
  );
}
