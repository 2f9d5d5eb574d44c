import { anchorDay } from '../anchor.js';
import type { Layers } from '../layers/draw-layers.js';
import type { LayerUnit } from '../layers/layer-unit.js';
import { csvText } from './csv.js';
import { boundariesText } from './geojson.js';
import type { LayerPage } from './layer-pages.js';
import type { PackFile } from './pack-file.js';

/** Path of a layer's rows. */
export const rowsPath = ({ key }: LayerPage): string => `${key}.csv.gz`;
/** Path of a layer's boundaries. */
export const boundariesPath = ({ key }: LayerPage): string => `${key}.geojson.gz`;

/** The files of one layer: rows, and boundaries where the office draws any. */
export function layerFiles(page: LayerPage, layers: Layers): readonly PackFile[] {
  const units = layers.get(page.key)!;
  const rows: PackFile = { path: rowsPath(page), text: csvText(columnsOf(page), units.map(rowOf)) };
  return page.drawn ? [rows, { path: boundariesPath(page), text: boundariesText(units) }] : [rows];
}

function columnsOf({ key, membersOf, own }: LayerPage): readonly string[] {
  const lists = [...(membersOf === undefined ? [] : ['members']), ...(key === 'political-legal/special' ? ['buildings'] : [])];
  return ['local_id', 'name', 'division', 'households', 'valid_from', 'valid_to', ...lists, 'as_of', ...own];
}

const rowOf = (unit: LayerUnit): Readonly<Record<string, string | number | null>> => ({
  local_id: unit.localId,
  name: unit.name,
  division: unit.division,
  households: unit.households,
  valid_from: unit.validFrom,
  members: unit.members?.join(';') ?? '',
  buildings: unit.buildings?.join(';') ?? '',
  as_of: anchorDay,
  ...unit.own,
});
