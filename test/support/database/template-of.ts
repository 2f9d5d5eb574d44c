import { dropDatabase } from './clone-database.js';
import { clusterUrl, onCluster } from './cluster-address.js';
import { withClient } from './with-client.js';

/** The database name of a template. */
export const templateName = (name: string): string => `template_${name.replaceAll('-', '_')}`;

/**
 * Prepares a template once for the whole jest run, whichever worker comes first, and returns its database name for `cloneDatabase`.
 * `prepare` gets the address of an empty database and must close every connection it opens; when it throws, the next caller tries anew.
 */
export async function templateOf(name: string, prepare: (url: string) => Promise<void>): Promise<string> {
  const template = templateName(name);
  await withClient(clusterUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const found = await client.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount === 1) return;
    const draft = `${template}_draft`;
    await dropDatabase(draft);
    await client.query(`create database ${draft}`);
    await prepare(onCluster(draft));
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}
