import { performance } from 'node:perf_hooks';

/** How long a server took to say that it lives, again and again. */
export interface Answering {
  /** Ends the asking; the figures are milliseconds. */
  stop(): Promise<{ readonly p50: number; readonly p99: number; readonly longest: number; readonly asked: number }>;
}

const everyMs = 50;

/**
 * Asks `/livez` of a server twenty times a second. It is answered by the event loop alone, so that the time of an answer is what the loop was
 * held up for, and a little of the machine's.
 */
export function keepAsking(url: string): Answering {
  const times: number[] = [];
  let isOver = false;
  const asking = (async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${url}/livez`)).text();
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
      return { p50: at(0.5), p99: at(0.99), longest: at(1), asked: sorted.length };
    },
  };
}
