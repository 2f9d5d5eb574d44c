import { spawn } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';

import { awaitReady } from './await-ready.js';
import type { Binaries } from './binaries.js';
import { bareEnvironment } from './initialise.js';
import type { Layout } from './layout.js';
import type { RunningServer } from './pid-file.js';
import { markOf } from './process-life.js';
import { commandAs, giveTo, type ServerIdentity } from './server-identity.js';

/** What a launch needs to know. */
export interface Launch {
  readonly binaries: Binaries;
  readonly layout: Layout;
  readonly identity: ServerIdentity;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** PostgreSQL settings beyond the launcher's own, e.g. `{ fsync: 'off' }` for a throw-away cluster. */
  readonly settings: Readonly<Record<string, string>>;
}

const ownSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Seven data sources, a listener for each, the command line and tests share it.
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Statements may hold sealed text; a failed one is named by its SQLSTATE in our own log.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

const logLimitBytes = 10_000_000;

function serverArguments(launch: Launch): readonly string[] {
  const settings = Object.entries({ ...ownSettings, ...launch.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', launch.layout.cluster, '-p', String(launch.port), ...settings];
}

async function openLog(layout: Layout, identity: ServerIdentity): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(layout.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(layout.logFile, `${layout.logFile}.1`);
  const file = await open(layout.logFile, 'a', 0o600);
  await giveTo(identity, layout.logFile);
  return file;
}

/**
 * Starts PostgreSQL and waits until it takes connections; throws `UNAVAILABLE` with the end of its log otherwise.
 * It runs in a process group of its own: Ctrl+C must reach the platform first, which drains and then stops it.
 */
export async function launch(order: Launch): Promise<RunningServer> {
  const logFile = await openLog(order.layout, order.identity);
  const { program, args } = commandAs(order.identity, order.binaries.postgres, serverArguments(order));
  const child = spawn(program, [...args], {
    env: bareEnvironment,
    cwd: order.layout.directory,
    detached: true,
    stdio: ['ignore', logFile.fd, logFile.fd],
    ...order.identity.user,
  });
  // A program that cannot be run at all has no pid; awaitReady then reports the start as failed.
  child.on('error', () => undefined);
  child.unref();
  try {
    return await awaitReady(order.layout, markOf(child.pid ?? 0));
  } finally {
    await logFile.close();
  }
}
