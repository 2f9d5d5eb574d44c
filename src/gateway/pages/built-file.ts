import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';

/** Compressed forms that the build leaves beside a file, best first. */
export const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** Name of a compressed form as HTTP spells it. */
export type Encoding = (typeof encodings)[number]['name'];

/** One file that the build made, with all that answering for it needs. */
export interface BuiltFile {
  readonly location: string;
  readonly contentType: string;
  /** Opaque and without quotes; changes when the bytes do. */
  readonly tag: string;
  /** Whether the name carries a hash of the content, so that a browser may keep it for ever. */
  readonly isImmutable: boolean;
  /** Bytes of the plain form and of each compressed form that lies beside it. */
  readonly sizes: ReadonlyMap<Encoding | 'identity', number>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Lists every file under `folder` by its path with `/` between the parts; links are left out, so nothing outside can appear. */
export async function listBuiltFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const locations = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const present = new Set(locations);
  const plain = locations.filter((location) => !isCompressedForm(location, present));
  const files = await Promise.all(plain.map((location) => describe(location, { folder, present })));
  return new Map(plain.map((location, index) => [relative(folder, location).split(sep).join('/'), files[index]!]));
}

function isCompressedForm(location: string, present: ReadonlySet<string>): boolean {
  return encodings.some(({ suffix }) => location.endsWith(suffix) && present.has(location.slice(0, -suffix.length)));
}

async function describe(location: string, from: { readonly folder: string; readonly present: ReadonlySet<string> }): Promise<BuiltFile> {
  // Vite puts under assets/ exactly the files that it names by their content.
  const isImmutable = relative(from.folder, location).startsWith(`assets${sep}`);
  const sizes = new Map<Encoding | 'identity', number>([['identity', (await stat(location)).size]]);
  for (const { name, suffix } of encodings) {
    if (from.present.has(location + suffix)) sizes.set(name, (await stat(location + suffix)).size);
  }
  const tag = isImmutable ? basename(location) : await contentHash(location);
  return { location, contentType: contentTypes[extname(location)] ?? 'application/octet-stream', tag, isImmutable, sizes };
}

async function contentHash(location: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(location))
    .digest('base64url')
    .slice(0, 22);
}
