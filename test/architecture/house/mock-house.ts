import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

import type { Import } from './offences.js';

const isFile = (target: string): boolean => target.endsWith('.ts');

/** The import line that stands in `from`: relative and with the ending `.js` for a file, by name for a package. */
function importLine([from, to]: Import): string {
  if (!isFile(to)) return `import '${to}';`;
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, '.js');
  return `import '${path.startsWith('.') ? path : `./${path}`}';`;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Builds a tree of empty files that import each other as told, in a temporary folder; `demolish` removes it. */
export function buildMockHouse(imports: readonly Import[]): { readonly root: string; readonly demolish: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  const files = new Set(imports.flatMap(([from, to]) => (isFile(to) ? [from, to] : [from])));
  for (const file of files) {
    const lines = imports.filter(([from]) => from === file).map(importLine);
    write(root, file, [...lines, 'export {};', ''].join('\n'));
  }
  for (const name of imports.map(([, to]) => to).filter((to) => !isFile(to) && !to.startsWith('node:'))) {
    write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(root, `node_modules/${name}/index.js`, '');
  }
  write(root, 'tsconfig.json', JSON.stringify({ compilerOptions: { module: 'node20', moduleResolution: 'node16' }, include: ['src'] }));
  return { root, demolish: () => rmSync(root, { recursive: true }) };
}
