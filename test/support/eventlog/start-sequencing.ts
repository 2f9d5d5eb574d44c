import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of its own that gives positions, see `sequencing-process.ts`. */
export interface SequencingProcess {
  /** The `application_name` of its session. */
  readonly name: string;
  /** Stops it where it stands (SIGSTOP): its connection stays open and silent; `goOn` continues it. */
  freeze(): void;
  goOn(): void;
  /** Ends it at once, as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
}

const hook = join(__dirname, '..', '..', '..', 'scripts', 'jest', 'typescript-hook.cjs');

/** Starts one on the city index at `url`; resolves when it offers itself. */
export async function startSequencing(url: string, name: string): Promise<SequencingProcess> {
  const child = spawn(process.execPath, ['--require', hook, join(__dirname, 'sequencing-process.ts'), url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return {
    name,
    freeze: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    kill: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
