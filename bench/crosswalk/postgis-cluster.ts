import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

/** PostgreSQL with PostGIS, running for the benchmark alone. */
export interface PostgisCluster {
  /** PostGIS, GEOS and PostgreSQL, as they name themselves. */
  readonly version: string;
  readonly client: Client;
  /** The most resident memory that the connection's process has held so far. */
  peakBytes(): number;
  stop(): Promise<void>;
}

const debianFolder = '/usr/lib/postgresql';

/** The newest PostgreSQL of Debian that has PostGIS beside it, by its folder of programs; null where there is none. */
export function findPostgis(): string | null {
  const majors = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : [];
  const found = majors.find((major) => existsSync(`/usr/share/postgresql/${major}/extension/postgis.control`));
  return found === undefined ? null : join(debianFolder, found, 'bin');
}

/** Makes a cluster in a folder of its own and starts it, reached by a socket only; without parallel workers, as the product's side has one thread. */
export async function startPostgis(programs: string): Promise<PostgisCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-postgis-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...user, cwd: folder });
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    shared_buffers: '512MB',
    work_mem: '256MB',
    maintenance_work_mem: '512MB',
    jit: 'off',
    fsync: 'off',
    max_wal_size: '4GB',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], { ...user, cwd: folder, stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const client = await connected(folder);
    const { version, pid } = await described(client);
    return { version, client, peakBytes: () => peakOf(pid), stop: () => client.end().then(stop) };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

/** PostgreSQL refuses to run as root: Debian has made a user for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid!() !== 0) return undefined;
  const { stdout } = spawnSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' });
  const [, , uid, gid] = stdout.split(':');
  if (gid === undefined) throw new Error('Expected a user postgres to run the cluster as, because this process is root.');
  return { uid: Number(uid), gid: Number(gid) };
}

const patienceMs = 60_000;

async function connected(host: string): Promise<Client> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new Client({ host, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (thrown) {
      if (Date.now() > deadline) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function described(client: Client): Promise<{ readonly version: string; readonly pid: number }> {
  await client.query('create extension postgis');
  const { rows } = await client.query<{ version: string; pid: number }>(
    `select 'PostGIS ' || postgis_lib_version() || ' / GEOS ' || split_part(postgis_geos_version(), '-', 1)
            || ' / PostgreSQL ' || current_setting('server_version') as version, pg_backend_pid() as pid`,
  );
  return rows[0]!;
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
}
