import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Client } from 'pg';

import { packageRoot } from '../../src/config/package-root.js';

/** The versions that figures hold for: the server's, and of the packages that answer. */
export async function versions(client: Client): Promise<object> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const own = dependenciesIn('package.json');
  return {
    postgresql: rows[0]!.server_version,
    graphql: own['graphql'],
    apolloServer: own['@apollo/server'],
    typeGraphql: own['type-graphql'],
    peers: dependenciesIn('bench/package.json'),
  };
}

function dependenciesIn(file: string): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(resolve(packageRoot(), file), 'utf8')) as {
    readonly dependencies: Record<string, string>;
  };
  return dependencies;
}
