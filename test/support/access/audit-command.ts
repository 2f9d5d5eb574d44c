import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** How a run of `npx allgrid audit …` ended. */
export interface AuditRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npx allgrid audit …` from the sources in a process of its own, on these variables. */
export function auditCommand(words: readonly string[], variables: Readonly<Record<string, string>>): Promise<AuditRun> {
  const hook = join(root, 'scripts', 'jest', 'typescript-hook.cjs');
  const argv = ['--require', hook, join(root, 'src', 'cli', 'allgrid.ts'), 'audit', ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd: root, env: { ...process.env, ...variables } }, (failure, stdout, stderr) => {
      resolve({ code: failure ? Number(failure.code) : 0, stdout, stderr });
    });
  });
}
