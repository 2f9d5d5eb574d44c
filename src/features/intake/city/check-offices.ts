import type { DepartmentDefinition } from '../../../departments/contract.js';
import { allElementsLayer } from '../../grids/index.js';
import type { Manifest } from '../city-pack/manifest.js';
import { fileFault } from '../files/file-fault.js';

/** Refuses a manifest whose offices or layers do not fit the offices that take part. Throws `PACK_INVALID`. */
export function checkOffices(manifest: Manifest, departments: readonly DepartmentDefinition[]): void {
  const known = departments.map(({ key }) => key);
  if (manifest.allElements.key !== allElementsLayer) throw fault('$.allElements.key', allElementsLayer, manifest.allElements.key);
  const layers = new Set<string>();
  for (const [index, office] of manifest.offices.entries()) {
    const path = `$.offices[${index}]`;
    if (!known.includes(office.key)) throw fault(`${path}.key`, `one of ${known.join(', ')}`, office.key);
    if (manifest.offices.findIndex(({ key }) => key === office.key) !== index) throw fault(`${path}.key`, 'each office once', office.key);
    checkLayers(office, path, layers);
    const { gridType } = departments.find(({ key }) => key === office.key)!;
    if (gridType === null && office.layers.length > 0)
      throw fault(`${path}.layers`, 'no layers of an office that keeps no units', office.layers[0]!.key);
  }
}

function checkLayers(office: Manifest['offices'][number], path: string, seen: Set<string>): void {
  for (const [index, layer] of office.layers.entries()) {
    const at = `${path}.layers[${index}]`;
    if (!layer.key.startsWith(`${office.key}/`)) throw fault(`${at}.key`, `a key that begins with ${office.key}/`, layer.key);
    if (seen.has(layer.key)) throw fault(`${at}.key`, 'each layer once', layer.key);
    seen.add(layer.key);
    if (layer.membersOf !== undefined && !isPlainLayer(office, layer.membersOf)) {
      throw fault(`${at}.membersOf`, 'another layer of the same office that is not a set itself', layer.membersOf);
    }
  }
  const primary = office.layers.filter((layer) => layer.primary).length;
  if (office.layers.length > 0 && primary !== 1) throw fault(`${path}.layers`, 'exactly one primary layer', String(primary));
}

function isPlainLayer(office: Manifest['offices'][number], key: string): boolean {
  return office.layers.some((layer) => layer.key === key && layer.membersOf === undefined);
}

function fault(path: string, expected: string, received: string): Error {
  return fileFault({
    file: 'manifest.json',
    message: `at ${path}: expected ${expected}, got ${JSON.stringify(received)}.`,
    messageZh: `${path} 处应为 ${expected}，收到 ${JSON.stringify(received)}。`,
    hint: 'Correct the manifest; data/README.md describes the format.',
    details: { path },
  });
}
