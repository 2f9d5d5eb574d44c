import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';

import { type Manifest, manifestSchema } from '../../../src/features/intake/city-pack/manifest.js';

/** The folder of the committed pack. */
export const packFolder = resolve(__dirname, '../../../data/jingdezhen');
/** The folder of what the pack is drawn from. */
export const sourceFolder = resolve(__dirname, '../../../data/sources/jingdezhen');

/** One row of a file of the pack, by column. */
export type Row = Readonly<Record<string, string>>;

/** The text of a file of the pack, unpacked. */
export function packText(path: string): string {
  const bytes = readFileSync(join(packFolder, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The rows of a CSV file of the pack. */
export function packRows(path: string): readonly Row[] {
  return parse(packText(path), { columns: true });
}

/** The manifest, checked. */
export function packManifest(): Manifest {
  return manifestSchema.parse(JSON.parse(packText('manifest.json')));
}

/** The boundaries of a layer by local id. */
export function packBoundaries(layer: string): ReadonlyMap<string, Polygon | MultiPolygon> {
  const { features } = JSON.parse(packText(`${layer}.geojson.gz`)) as FeatureCollection<Polygon | MultiPolygon>;
  const idOf = ({ properties }: Feature): string => (properties as { readonly local_id: string }).local_id;
  return new Map(features.map((feature) => [idOf(feature), feature.geometry]));
}
