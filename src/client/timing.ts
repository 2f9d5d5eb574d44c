/** Time and chance as the client uses them; a test brings its own. */
export interface Timing {
  /** Milliseconds since any fixed instant. */
  now(): number;
  /** Calls once after so many milliseconds; the answer calls it off. */
  after(ms: number, call: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}

/** The clock and the dice of the machine. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
