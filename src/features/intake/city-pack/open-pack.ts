import { access, readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, resolve } from 'node:path';

import { fileFault } from '../files/file-fault.js';
import { type Manifest, type ManifestFile, manifestSchema } from './manifest.js';

/** A pack whose manifest is right and whose files are all there. */
export interface CityPack {
  /** Name of its folder. */
  readonly name: string;
  readonly manifest: Manifest;
  /** Where a file of the pack lies on this machine. */
  locate(file: ManifestFile): string;
}

const manifestFile = 'manifest.json';

/**
 * Opens the pack in `folder`. With a `filesFolder` the manifest's paths start there, and what is not there lies beside the
 * manifest: so a city's own files are read where they are kept, and the pack adds what they lack.
 * Throws `PACK_INVALID` naming the file and, inside the manifest, the JSON path.
 */
export async function openPack(folder: string, filesFolder: string = folder): Promise<CityPack> {
  const manifest = checkManifest(await readManifest(folder));
  const places = new Map<string, string>();
  const missing: string[] = [];
  for (const { path } of filesOf(manifest)) {
    const place = await placeOf([resolve(filesFolder), resolve(folder)], path);
    if (place) places.set(path, place);
    else missing.push(path);
  }
  if (missing.length > 0) throw missingFiles(missing);
  return { name: basename(resolve(folder)), manifest, locate: (file) => places.get(file.path)! };
}

/** Every file that a manifest names, in its order. */
export function filesOf(manifest: Manifest): readonly ManifestFile[] {
  const layers = [manifest.allElements, ...manifest.offices.flatMap((office) => office.layers)];
  return [
    ...manifest.divisions,
    ...manifest.categories,
    ...manifest.categoryLinks,
    ...manifest.organisationIds,
    ...manifest.organisations,
    ...manifest.duties,
    ...manifest.holidays,
    ...manifest.limits,
    ...manifest.lists,
    ...manifest.forms,
    ...manifest.lineage,
    ...layers.flatMap((layer) => [layer.units, ...(layer.boundaries ? [layer.boundaries] : [])]),
    ...manifest.offices.flatMap((office) => [...office.elements, ...office.counts, ...office.posts, ...office.matters]),
  ];
}

async function readManifest(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((cause: unknown) => {
    throw fileFault({
      file: manifestFile,
      message: `expected a city pack with a ${manifestFile}, found none in this folder.`,
      messageZh: `应为含 ${manifestFile} 的城市数据包，此文件夹中没有。`,
      hint: 'Name the folder that holds manifest.json; data/README.md describes the format.',
      cause,
    });
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw fileFault({
      file: manifestFile,
      message: `expected JSON, ${(cause as Error).message}.`,
      messageZh: `应为 JSON：${(cause as Error).message}。`,
      hint: 'Correct the manifest; data/README.md describes the format.',
      cause,
    });
  }
}

function checkManifest(json: unknown): Manifest {
  const checked = manifestSchema.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = jsonPath(issue!.path);
  throw fileFault({
    file: manifestFile,
    message: `at ${path}: ${issue!.message}${receivedAt(json, issue!.path)}.`,
    messageZh: `${path} 处不合格式：${issue!.message}。`,
    hint: 'Correct the manifest; data/README.md describes the format.',
    details: { path, issues: checked.error.issues.slice(0, 20).map(({ path: at, message }) => ({ path: jsonPath(at), message })) },
  });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), '$');
}

function receivedAt(json: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], json);
  return value === undefined ? ', got nothing' : `, got ${JSON.stringify(value).slice(0, 100)}`;
}

async function placeOf(folders: readonly string[], path: string): Promise<string | null> {
  if (isAbsolute(path) || normalize(path).split(/[/\\]/).includes('..')) throw outside(path);
  for (const place of folders.flatMap((folder) => [join(folder, path), `${join(folder, path)}.gz`])) {
    if (
      await access(place).then(
        () => true,
        () => false,
      )
    )
      return place;
  }
  return null;
}

function outside(path: string): Error {
  return fileFault({
    file: manifestFile,
    message: `expected paths inside the pack, got ${JSON.stringify(path)}.`,
    messageZh: `路径应在数据包之内，收到 ${JSON.stringify(path)}。`,
    hint: 'Put the file into the pack, or link it there.',
  });
}

function missingFiles(missing: readonly string[]): Error {
  return fileFault({
    file: missing[0]!,
    message: `expected every file that the manifest names, but missing: ${missing.join(', ')}.`,
    messageZh: `清单所列文件缺失：${missing.join('、')}。`,
    hint: 'Add the file (plain or gzipped), or take it out of manifest.json.',
    details: { missing },
  });
}
