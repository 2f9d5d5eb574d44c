import { join, resolve } from 'node:path';

/** Where the embedded server keeps its things inside one directory; all paths are absolute. */
export interface Layout {
  readonly directory: string;
  /** The cluster itself; exists only when initdb ran to its end. */
  readonly cluster: string;
  /** Where initdb works; whatever lies here is half-made and may be thrown away. */
  readonly unfinishedCluster: string;
  readonly postmasterPid: string;
  readonly logFile: string;
  /** The superuser's generated password, mode 0600. */
  readonly password: string;
  /** One file for each process that uses the server now. */
  readonly attendance: string;
  /** Held while the server is being started or stopped. */
  readonly lock: string;
}

/** Lays out the embedded server's files under `directory`, which need not exist yet. */
export function layoutIn(directory: string): Layout {
  const root = resolve(directory);
  return {
    directory: root,
    cluster: join(root, 'pgdata'),
    unfinishedCluster: join(root, 'pgdata.init'),
    postmasterPid: join(root, 'pgdata', 'postmaster.pid'),
    logFile: join(root, 'postgres.log'),
    password: join(root, 'postgres.password'),
    attendance: join(root, 'postgres.owners'),
    lock: join(root, 'postgres.lock'),
  };
}
