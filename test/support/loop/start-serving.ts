import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own, see `serving-process.ts`. */
export interface ServingProcess {
  readonly url: string;
  /** Stops it where it stands: its connections stay open, and nothing is sent any more. */
  freeze(): void;
  /** Ends it at once, as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop; the code that it ended with, null where it was killed. */
  stop(): Promise<number | null>;
}

/** What a server serves. */
export interface Served {
  readonly indexUrl: string;
  readonly dataDir: string;
  readonly pack: string;
}

const root = join(__dirname, '..', '..', '..');

/** Starts a server; throws with what it said when it does not start. */
export async function startServing({ indexUrl, dataDir, pack }: Served): Promise<ServingProcess> {
  const hook = join(root, 'scripts', 'jest', 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['--require', hook, join(__dirname, 'serving-process.ts'), indexUrl, dataDir, pack], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, failure } = await firstLine(child);
  if (url === undefined) throw new Error(failure ?? 'The server ended without a word.');
  return {
    url,
    freeze: () => void child.kill('SIGSTOP'),
    kill: async () => void (await ended(child, 'SIGKILL')),
    stop: () => ended(child, 'SIGTERM'),
  };
}

async function firstLine(child: ChildProcess): Promise<{ readonly url?: string; readonly failure?: string }> {
  for await (const line of createInterface(child.stdout!)) return JSON.parse(line) as { url?: string; failure?: string };
  return {};
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}
