import type { Spell } from '../load/put-under-load.js';

/** What the spells of one contender come to. */
export interface Figures {
  readonly name: string;
  readonly requestsPerSecond: number;
  /** Milliseconds from question to last byte. */
  readonly p50: number;
  readonly p99: number;
  readonly answerBytes: number;
  readonly answers: number;
}

/** Adds up the spells of one contender. */
export function figuresOf(name: string, answerBytes: number, spells: readonly Spell[]): Figures {
  const times = spells.flatMap((spell) => spell.times).sort((a, b) => a - b);
  const milliseconds = spells.reduce((sum, spell) => sum + spell.milliseconds, 0);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return {
    name,
    requestsPerSecond: (times.length / milliseconds) * 1000,
    p50: quantile(0.5),
    p99: quantile(0.99),
    answerBytes,
    answers: times.length,
  };
}
