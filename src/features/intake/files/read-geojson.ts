import type { ManifestFile } from '../city-pack/manifest.js';
import { bindColumns } from '../rows/bind-columns.js';
import type { Layout } from '../rows/layouts.js';
import { type ReadRow, sourceRow } from '../rows/source-row.js';
import { fileFault } from './file-fault.js';
import { fileLimits } from './file-limits.js';

/** Reads the features of a GeoJSON FeatureCollection as rows, their geometries unchecked. */
export async function* readGeoJson(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const features = featuresOf(file, await whole(text, file));
  const binding = bindColumns(file, layout, null, [...new Set(features.flatMap((feature) => Object.keys(propertiesOf(feature))))]);
  for (const [index, feature] of features.entries()) {
    const { geometry } = (feature ?? {}) as { geometry?: unknown };
    const own = propertiesOf(feature);
    yield sourceRow({
      file: file.path,
      number: index + 1,
      binding,
      geometry: geometry ?? null,
      valueOf: (name) => (Object.hasOwn(own, name) ? own[name] : undefined),
    });
  }
}

function propertiesOf(feature: unknown): Readonly<Record<string, unknown>> {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
}

async function whole(text: AsyncIterable<string>, file: ManifestFile): Promise<string> {
  const pieces: string[] = [];
  let characters = 0;
  for await (const piece of text) {
    characters += piece.length;
    if (characters > fileLimits.geoJsonCharacters) throw tooLarge(file);
    pieces.push(piece);
  }
  return pieces.join('');
}

function featuresOf(file: ManifestFile, text: string): readonly unknown[] {
  const json = parsed(file, text) as { type?: unknown; features?: unknown } | null;
  if (json?.type === 'FeatureCollection' && Array.isArray(json.features)) return json.features as unknown[];
  throw fileFault({
    file: file.path,
    message: `expected a GeoJSON FeatureCollection with features, got ${JSON.stringify(json?.type) ?? 'none'} at $.type.`,
    messageZh: `应为 GeoJSON FeatureCollection，$.type 为 ${JSON.stringify(json?.type) ?? '空'}。`,
    hint: 'Export the layer as a GeoJSON FeatureCollection in EPSG:4326.',
  });
}

function parsed(file: ManifestFile, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw fileFault({
      file: file.path,
      message: `expected JSON, ${(cause as Error).message.slice(0, 200)}.`,
      messageZh: '应为 JSON，内容无法解析。',
      hint: 'The file may have been cut off; send it again.',
      cause,
    });
  }
}

function tooLarge(file: ManifestFile): Error {
  return fileFault({
    file: file.path,
    code: 'FILE_TOO_LARGE',
    message: `expected at most ${fileLimits.geoJsonCharacters} characters in one GeoJSON file.`,
    messageZh: `单个 GeoJSON 文件不得超过 ${fileLimits.geoJsonCharacters} 个字符。`,
    hint: 'Split the layer into several files.',
  });
}
