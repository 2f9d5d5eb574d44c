import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

import { mainFile } from '../city/bench-city.js';

/** What one import took. */
export interface ImportRun {
  readonly seconds: number;
  /** The most resident memory that its process held, bytes. */
  readonly peakBytes: number;
}

const lookEveryMs = 200;

/** Runs `allgrid import --office …` on a file in a process of its own, as an operator would. Throws where it does not end with 0. */
export async function importFile(indexUrl: string, office: string, path: string, more: readonly string[] = []): Promise<ImportRun> {
  const began = performance.now();
  const child = spawn(process.execPath, [mainFile, 'import', '--office', office, '--json', ...more, path], {
    env: { ...process.env, DATABASE_URL: indexUrl, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakBytes = 0;
  const looking = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid!))), lookEveryMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(looking);
  if (code !== 0) throw new Error(`The import of ${path} ended with ${code ?? 'a signal'}.`);
  return { seconds: (performance.now() - began) / 1000, peakBytes };
}

/** The high-water mark of a process, as Linux keeps it; 0 where there is none to read. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
