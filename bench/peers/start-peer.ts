import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { createInterface } from 'node:readline';

/** How a contender's server is started. */
export interface PeerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The line of its output that says it is ready; the first group is its address. */
  readonly ready: RegExp;
}

/** A contender's server in a process of its own. */
export interface Peer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const patienceMs = 300_000;

/** Starts a server and waits until it says where it is; what it complains of is passed on. */
export async function startPeer({ program, args, environment, ready }: PeerCommand): Promise<Peer> {
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await readyLine(child, ready);
  return { url, pid: child.pid!, stop: () => stopped(child) };
}

async function readyLine(child: ChildProcess, ready: RegExp): Promise<string> {
  const waiting = new AbortController();
  const overdue = setTimeout(() => waiting.abort(), patienceMs);
  child.once('exit', () => waiting.abort());
  try {
    for await (const [line] of on(createInterface(child.stdout!), 'line', { signal: waiting.signal }) as AsyncIterable<[string]>) {
      const url = ready.exec(line)?.[1];
      if (url !== undefined) return url;
    }
  } catch {
    child.kill('SIGTERM');
  } finally {
    clearTimeout(overdue);
  }
  throw new Error(`Expected ${child.spawnargs.join(' ')} to say where it listens within ${patienceMs / 1000} s, it ended or said nothing.`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
