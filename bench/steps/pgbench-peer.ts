import { spawnSync } from 'node:child_process';

/** How fast PostgreSQL's own benchmark commits. */
export interface PgbenchFigures {
  readonly perSecond: number;
  readonly meanMs: number;
}

/** Whether `pgbench` (Debian package postgresql-contrib) is there. */
export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0;
}

/** Runs pgbench's default script (TPC-B alike: three updates, a select, an insert, one commit) at scale 10 in a database of the same server. */
export function runPgbench(
  serverUrl: string,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): PgbenchFigures {
  const clients = [`--client=${connections}`, '--jobs=2', `--time=${seconds}`, '--no-vacuum'];
  const output = pgbench([...clients, serverUrl]);
  const number = (pattern: RegExp): number => Number(pattern.exec(output)?.[1]);
  return { perSecond: number(/tps = ([\d.]+)/), meanMs: number(/latency average = ([\d.]+)/) };
}

/** Fills the tables of pgbench. */
export function fillPgbench(serverUrl: string): void {
  pgbench(['--initialize', '--scale=10', '--quiet', serverUrl]);
}

function pgbench(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('pgbench', args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`pgbench ended with ${status}: ${stderr}`);
}
