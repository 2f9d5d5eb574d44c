import { randomUUID } from 'node:crypto';

import { clusterUrl, onCluster } from './cluster-address.js';
import { withClient } from './with-client.js';

/** A database of one test file alone. */
export interface ClonedDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Removes a database of the run's cluster, whoever is connected. */
export async function dropDatabase(name: string): Promise<void> {
  await withClient(clusterUrl(), (client) => client.query(`drop database if exists ${quoted(name)} with (force)`));
}

/** Copies a template (see `templateOf`; `template1` for an empty database) into a new database, some 30 ms. */
export async function cloneDatabase(template: string): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(clusterUrl(), (client) => client.query(`create database ${quoted(name)} template ${quoted(template)}`));
  return { url: onCluster(name), drop: () => dropDatabase(name) };
}
