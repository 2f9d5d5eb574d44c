import type { Log } from '../../kernel/log.js';
import type { RunningServer } from './pid-file.js';
import { isAlive } from './process-life.js';

const watchMs = 150;
const firstRetryMs = 250;
const longestRetryMs = 5_000;

/** Keeps one server running until it is told to stop watching. */
export interface Supervisor {
  /** The server as it runs now, or as it ran last while a restart is under way. */
  readonly server: () => RunningServer;
  /** Ends the watch; resolves when no restart is under way any more. */
  stop(): Promise<void>;
}

/** What a supervisor needs to know. */
export interface Supervision {
  readonly server: RunningServer;
  /** Brings the server back on the same port, or finds that another process has done so. */
  readonly restart: (port: number) => Promise<RunningServer>;
  readonly log: Log;
}

/** Watches a server's process and restarts it when it is gone, again and again with pauses from 0.25 s to 5 s; callers meet `UNAVAILABLE` meanwhile. */
export function supervise({ server, restart, log }: Supervision): Supervisor {
  let current = server;
  let isStopped = false;
  let timer: NodeJS.Timeout;
  let round: Promise<void> = Promise.resolve();
  let retryMs = firstRetryMs;

  const watch = (delayMs: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      round = check();
    }, delayMs);
    timer.unref();
  };
  const check = async (): Promise<void> => {
    if (isAlive(current.process)) return watch(watchMs);
    log.warn({ pid: current.process.pid }, 'the embedded server is gone; starting it again');
    try {
      current = await restart(current.port);
      retryMs = firstRetryMs;
      log.warn({ pid: current.process.pid, port: current.port }, 'the embedded server runs again');
    } catch (cause) {
      log.error({ cause, retryMs }, 'the embedded server could not be started again');
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    }
    watch(retryMs);
  };

  watch(watchMs);
  return {
    server: () => current,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
