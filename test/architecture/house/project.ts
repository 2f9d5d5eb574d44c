import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The project's folder, absolute. */
export const projectRoot = resolve(__dirname, '../../..');

const written = new Set(['node_modules', 'dist', '.git', '.cache', '.data', 'results', '__snapshots__']);

/** Every file under `folder` (relative to the project) that a person wrote, as sorted project-relative paths with `/`. */
export function filesOf(folder: string): readonly string[] {
  const start = join(projectRoot, folder);
  if (!existsSync(start)) return [];
  return walk(start)
    .map((file) => relative(projectRoot, file).split(sep).join('/'))
    .sort();
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !written.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? walk(path) : [path]));
}

/** The text of a project file. */
export const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** Whether a project path is there. */
export const isThere = (path: string): boolean => existsSync(join(projectRoot, path));
