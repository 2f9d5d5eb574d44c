/** Calls back at a steady pace, so that tests can set the pace. */
export interface Ticker {
  /** Calls `tick` every `everyMs` milliseconds until the returned function is called. */
  start(everyMs: number, tick: () => void): () => void;
}

/** The machine's own timer; it never keeps the process alive. */
export const systemTicker: Ticker = {
  start: (everyMs, tick) => {
    const timer = setInterval(tick, everyMs).unref();
    return () => clearInterval(timer);
  },
};
