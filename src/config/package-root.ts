import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the platform's package.json, found upwards from this file: the same from `src/` and from `dist/src/`. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`Expected a package.json above ${__dirname}, found none.`);
    folder = above;
  }
  return folder;
}
