import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A child process over an embedded server, see `city-process.ts`. */
export interface CityProcess {
  /** Address of the server's `postgres` database. */
  readonly url: string;
  /** Process id of PostgreSQL at the start. */
  readonly serverPid: number;
  /** Ends the child and resolves when it is gone; with its exit code, or null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const root = join(__dirname, '..', '..', '..');

async function firstLine(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  for await (const line of createInterface(child.stdout!)) return JSON.parse(line) as Readonly<Record<string, unknown>>;
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  return { failure: `the child ended with ${code ?? 'a signal'} and without a word; standard error has what node says of it` };
}

/** How a child differs from the test that starts it. */
export interface CityProcessOptions {
  /** Runs as this user. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Finds no `unshare`, as on a machine whose user namespaces are closed. */
  readonly hasNoNamespaces?: boolean;
}

/** Starts a child process over `directory`; throws with what it said when it does not start. */
export async function startCityProcess(directory: string, options: CityProcessOptions = {}): Promise<CityProcess> {
  const hook = join(root, 'scripts', 'jest', 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['--require', hook, join(__dirname, 'city-process.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options.user,
    ...(options.hasNoNamespaces ? { env: { ...process.env, PATH: directory } } : {}),
  });
  const told = await firstLine(child);
  if (typeof told['url'] !== 'string') throw new Error(String(told['failure']));
  return {
    url: told['url'],
    serverPid: Number(told['pid']),
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
