import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
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

function readyLine(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const overdue = setTimeout(() => reject(new Error(`${child.spawnfile} said nothing like ${ready} in ${patienceMs} ms.`)), patienceMs);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with exit code ${code}.`)));
    createInterface(child.stdout!).on('line', (line) => {
      const url = ready.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(overdue);
      resolve(url);
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
