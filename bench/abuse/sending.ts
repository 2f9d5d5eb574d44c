import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How a question is sent again and again. */
export interface Sending {
  readonly connections: number;
  readonly seconds: number;
  /** Between an answer and the next question, milliseconds. */
  readonly pauseMs: number;
  /** Bearer tokens, taken in turn; nobody is named where there is none. */
  readonly tokens: readonly string[];
}

/** What came back. */
export interface Sent {
  /** Milliseconds from question to last byte. */
  readonly times: number[];
  /** How often each code of an error came back, and `answered`. */
  readonly outcomes: Record<string, number>;
}

/** Sends one question again and again, from a process of its own; `folder` takes the question's text. */
export function sender(url: string, folder: string): (name: string, query: string, sending: Sending) => Promise<Sent> {
  return async (name, query, sending) => {
    const bodyFile = join(folder, `${name.replaceAll(/\W/g, '-')}.json`);
    writeFileSync(bodyFile, JSON.stringify({ query }));
    const args = [join(__dirname, 'send-questions.js'), url, bodyFile, JSON.stringify(sending)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout) as Sent;
  };
}

/** The time that a share of the answers came within, milliseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
