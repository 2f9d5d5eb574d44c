import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { lexicographicSortSchema, printSchema as printSdl } from 'graphql';

import { schemaWithoutSources } from '../composing/city-schema.js';
import { packageRoot } from '../config/package-root.js';

/** The SDL of the six offices' city, sorted, as it is committed. */
export async function currentSdl(): Promise<string> {
  const head = '# Made by `npm run schema`; never edited by hand.\n\n';
  return `${head}${printSdl(lexicographicSortSchema(await schemaWithoutSources()))}\n`;
}

/** Writes the SDL to `schema/all-elements.graphql`, or only says whether the committed file is stale. */
export async function printSchema({ check }: { readonly check: boolean }): Promise<void> {
  const file = join(packageRoot(), 'schema', 'all-elements.graphql');
  const sdl = await currentSdl();
  if (!check) return writeFile(file, sdl);
  if ((await readFile(file, 'utf8').catch(() => '')) === sdl) return;
  process.stderr.write('schema/all-elements.graphql is stale: run `npm run schema` and commit the change.\n');
  process.exitCode = 1;
}
