import { mkdir, stat } from 'node:fs/promises';

import { keptSecret } from '../../config/kept-secret.js';
import { CityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import { attend, leave } from './attendance.js';
import { awaitReady } from './await-ready.js';
import { findBinaries } from './binaries.js';
import { freePort } from './free-port.js';
import { initialise, superuser } from './initialise.js';
import { launch } from './launch.js';
import { type Layout, layoutIn } from './layout.js';
import { findPostmaster, type RunningServer } from './pid-file.js';
import { serverIdentity } from './server-identity.js';
import { withStartLock } from './start-lock.js';
import { stopServer } from './stop-server.js';
import { supervise, type Supervisor } from './supervise.js';

/** The platform's own PostgreSQL, kept running until {@link EmbeddedServer.stop}. */
export interface EmbeddedServer {
  /** Address of a database on it, password included; the database need not exist. Stays the same over restarts. */
  url(databaseName: string): string;
  /** Stops it unless another living process uses it; committed data is kept. A second call does nothing. */
  stop(): Promise<void>;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Process id of the server now; another one after a restart. */
  readonly pid: number;
}

/** What {@link startEmbeddedServer} needs to know. */
export interface EmbeddedServerOptions {
  /** Made when missing; cluster, log and password live in it. */
  readonly directory: string;
  readonly log: Log;
  /** PostgreSQL settings for throw-away clusters of tests; a served city leaves them out. */
  readonly settings?: Readonly<Record<string, string>>;
}

async function refuseLostPassword(layout: Layout): Promise<void> {
  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );
  if (!(await exists(layout.cluster)) || (await exists(layout.password))) return;
  throw new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected the embedded server's password in ${layout.password}, found a cluster without it.`,
    messageZh: `内置数据库存在，但密码文件 ${layout.password} 丢失。`,
    hint: 'Put that file back from a copy, or point DATA_DIR at an empty directory.',
  });
}

/** Attaches to a server that runs already, else makes the cluster where needed and starts one. */
async function runningServer(layout: Layout, options: EmbeddedServerOptions, port: number | null): Promise<RunningServer> {
  const postmaster = await findPostmaster(layout, options.log);
  if (postmaster) {
    options.log.info({ pid: postmaster.pid }, 'an embedded server runs already over this directory; attached to it');
    return awaitReady(layout, postmaster);
  }
  const identity = await serverIdentity(layout);
  const binaries = await findBinaries();
  await initialise(binaries, layout, identity);
  return launch({ binaries, layout, identity, port: port ?? (await freePort()), settings: options.settings ?? {} });
}

async function stopUnlessAttended(layout: Layout, living: number, log: Log): Promise<void> {
  if (living > 0) return log.info({ living }, 'the embedded server stays: other processes use it');
  const postmaster = await findPostmaster(layout, log);
  if (postmaster) await stopServer(postmaster, log);
}

/**
 * Starts PostgreSQL over `directory`, or attaches to the one that a killed or another living process left running there,
 * and starts it again whenever it dies. UTF-8, SCRAM with a generated password, 127.0.0.1 and a free port only.
 * Throws `UNAVAILABLE` with the end of the server's log when it does not start.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const layout = layoutIn(options.directory);
  await mkdir(layout.directory, { recursive: true });
  await refuseLostPassword(layout);
  const attendance = await attend(layout.attendance);
  const goAway = (): Promise<void> =>
    withStartLock(layout.lock, async () => stopUnlessAttended(layout, await leave(layout.attendance, attendance), options.log));
  const restart = (port: number | null): Promise<RunningServer> => withStartLock(layout.lock, () => runningServer(layout, options, port));
  try {
    const password = await keptSecret(layout.password);
    const server = await restart(null);
    return handle(supervise({ server, restart, log: options.log }), password, goAway);
  } catch (thrown) {
    await leave(layout.attendance, attendance);
    throw thrown;
  }
}

function handle(supervisor: Supervisor, password: string, goAway: () => Promise<void>): EmbeddedServer {
  let stopped: Promise<void> | null = null;
  return {
    url: (databaseName) => `postgres://${superuser}:${password}@127.0.0.1:${supervisor.server().port}/${encodeURIComponent(databaseName)}`,
    stop: () => (stopped ??= supervisor.stop().then(goAway)),
    get port() {
      return supervisor.server().port;
    },
    get pid() {
      return supervisor.server().process.pid;
    },
  };
}
