import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(__dirname, '..', '..', '..');

/** What a command left behind. */
export interface EndedProcess {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a process of its own, for the invented offices, in an environment of nothing but what is given. */
export async function allgridProcess(environment: Readonly<Record<string, string>>, words: readonly string[]): Promise<EndedProcess> {
  const hook = join(root, 'scripts', 'jest', 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['--require', hook, join(__dirname, 'invented-allgrid.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...environment },
  });
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { exitCode, out, err };
}
