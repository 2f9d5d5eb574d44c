import { extname, join } from 'node:path';

import { CityError } from '../../../kernel/city-error.js';

/** Where files are to go: into a folder, or, where the path ends as the format does, into one file of that name. */
export interface Target {
  readonly out: string;
  /** Without the dot. */
  readonly ending: string;
}

/** The path of each file; throws `BAD_USER_INPUT` where several would have to be one. */
export function pathsIn({ out, ending }: Target, names: readonly string[]): readonly string[] {
  if (extname(out).toLowerCase() !== `.${ending}`) return names.map((name) => join(out, `${name}.${ending}`));
  if (names.length === 1) return [out];
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a folder for ${names.length} files, got the one file ${out}.`,
    messageZh: `共 ${names.length} 个文件，--out 应为文件夹，不应为单个文件 ${out}。`,
    hint: 'Name a folder, or one part with --part.',
  });
}
