import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Layout } from './layout.js';

/** As whom PostgreSQL runs, which refuses to run as root. */
export interface ServerIdentity {
  /** Program and arguments put before the server's own; empty where none are needed. */
  readonly prefix: readonly string[];
  /** User and group to change to; null where the process stays who it is. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

const itself: ServerIdentity = { prefix: [], user: null };
const nobody = 65_534;
/** Root outside, nobody inside: the files stay root's, and directories closed to others (0700) do not matter. */
const namespacePrefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

async function namespacesAreOpen(): Promise<boolean> {
  const [program, ...args] = namespacePrefix;
  return promisify(execFile)(program!, [...args, 'true']).then(
    () => true,
    () => false,
  );
}

/** The system's own `postgres` user where it has one, else nobody. */
async function serviceUser(): Promise<{ readonly uid: number; readonly gid: number }> {
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = lines
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'postgres');
  return { uid: Number(fields?.[2] ?? nobody), gid: Number(fields?.[3] ?? nobody) };
}

async function chownTree(path: string, user: { readonly uid: number; readonly gid: number }): Promise<void> {
  await chown(path, user.uid, user.gid);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    const inner = join(path, entry.name);
    await (entry.isDirectory() ? chownTree(inner, user) : chown(inner, user.uid, user.gid));
  }
}

/**
 * Decides as whom the server runs. An ordinary user runs it as himself; root runs it as the owner of an existing cluster
 * or of a directory closed to others, else inside a user namespace, else (where those are closed) as another user, who then is given the cluster.
 */
export async function serverIdentity(layout: Layout): Promise<ServerIdentity> {
  if (process.getuid?.() !== 0) return itself;
  const cluster = await stat(layout.cluster).catch(() => null);
  const owner = cluster ?? (await stat(layout.directory));
  // Inside a namespace root enters no directory that another user keeps to himself; what is begun there is begun as that user.
  if (owner.uid !== 0 && (cluster || (owner.mode & 0o001) === 0)) return { prefix: [], user: { uid: owner.uid, gid: owner.gid } };
  if (await namespacesAreOpen()) return { prefix: namespacePrefix, user: null };
  const user = await serviceUser();
  if (cluster) await chownTree(layout.cluster, user);
  return { prefix: [], user };
}

/** Gives a file to the user the server runs as; does nothing where that is the present user. */
export async function giveTo(identity: ServerIdentity, path: string): Promise<void> {
  if (identity.user) await chown(path, identity.user.uid, identity.user.gid);
}

/** Program and arguments of a command run under that identity. */
export function commandAs(
  identity: ServerIdentity,
  program: string,
  args: readonly string[],
): { readonly program: string; readonly args: readonly string[] } {
  const [first, ...others] = [...identity.prefix, program, ...args];
  return { program: first!, args: others };
}
