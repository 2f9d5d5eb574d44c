import type { ManifestFile } from '../city-pack/manifest.js';
import { bindColumns, type Binding } from '../rows/bind-columns.js';
import type { Layout } from '../rows/layouts.js';
import type { Refusal } from '../rows/refusal.js';
import { type ReadRow, sourceRow } from '../rows/source-row.js';
import { fileFault } from './file-fault.js';
import { fileLimits } from './file-limits.js';
import { strangeCrs } from './geojson/declared-crs.js';
import { FeatureSplitter, type SplitFeature } from './geojson/split-features.js';

/**
 * Reads the features of a GeoJSON FeatureCollection as rows, one at a time, their geometries unchecked. Properties may have
 * their canonical or their Chinese names. Throws `PACK_INVALID` for what is none, is cut off, or declares another `crs`.
 */
export async function* readGeoJson(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const splitter = new FeatureSplitter();
  const rows = new FeatureRows(file, layout);
  let number = 0;
  for await (const piece of text) {
    const features = splitter.take(piece);
    if (splitter.around.length > fileLimits.aroundFeatures) throw tooLarge(file);
    if (number === 0 && splitter.head !== null) refuseCrs(file, parsed(file, `${splitter.head}]}`));
    for (const feature of features) yield rows.row(feature, (number += 1));
  }
  refuseOther(file, splitter.around);
}

/** Makes rows of features; features with the same properties share what is known of their names. */
class FeatureRows {
  readonly #bindings = new Map<string, Binding>();

  constructor(
    private readonly file: ManifestFile,
    private readonly layout: Layout,
  ) {}

  row(feature: SplitFeature, number: number): ReadRow {
    if ('fault' in feature) return { number, endsFile: true, refusal: unkept[feature.fault] };
    const read = parsedFeature(feature.text);
    if (read === null) return { number, endsFile: true, refusal: noJson(feature.text) };
    const { properties, geometry } = read;
    const own = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
    return sourceRow({
      file: this.file.path,
      number,
      binding: this.#bindingOf(Object.keys(own)),
      geometry: geometry ?? null,
      valueOf: (name) => (Object.hasOwn(own, name) ? own[name] : undefined),
    });
  }

  #bindingOf(names: readonly string[]): Binding {
    const key = JSON.stringify(names);
    const known = this.#bindings.get(key);
    if (known) return known;
    const binding = bindColumns(this.file, this.layout, null, names);
    // Features that all differ are bound one by one.
    if (this.#bindings.size < 1_000) this.#bindings.set(key, binding);
    return binding;
  }
}

function parsedFeature(text: string): { readonly properties?: unknown; readonly geometry?: unknown } | null {
  try {
    return (JSON.parse(text) ?? {}) as { properties?: unknown; geometry?: unknown };
  } catch {
    return null;
  }
}

const unkept: Readonly<Record<'TOO_LARGE' | 'TOO_DEEP', Refusal>> = {
  TOO_LARGE: {
    field: 'geometry',
    value: null,
    code: 'GEOMETRY_INVALID',
    expected: `a feature of at most ${fileLimits.featureCharacters} characters`,
    remedy: 'Simplify the boundary: no unit of a city needs so many points.',
  },
  TOO_DEEP: {
    field: 'geometry',
    value: null,
    code: 'GEOMETRY_INVALID',
    expected: `a feature with lists and objects at most ${fileLimits.jsonDepth} deep`,
    remedy: 'Send a Polygon, MultiPolygon or Point, not collections within collections.',
  },
};

function noJson(text: string): Refusal {
  const odd = /[[:,]\s*(-?(?:NaN|Infinity))\b/.exec(text)?.[1];
  return {
    field: odd === undefined ? null : 'geometry',
    value: odd ?? null,
    code: odd === undefined ? 'BAD_USER_INPUT' : 'GEOMETRY_INVALID',
    expected: odd === undefined ? 'a feature that is JSON' : 'finite numbers; JSON knows no NaN or Infinity',
    remedy: 'Correct the feature at the source, or leave what is not known out.',
  };
}

function refuseCrs(file: ManifestFile, collection: unknown): void {
  const strange = strangeCrs((collection as { crs?: unknown } | null)?.crs);
  if (strange === null) return;
  throw fileFault({
    file: file.path,
    message: `expected coordinates in EPSG:4490 (CGCS2000), EPSG:4326 or CRS84, the file declares ${JSON.stringify(strange)}.`,
    messageZh: `坐标应为 EPSG:4490（CGCS2000）、EPSG:4326 或 CRS84，文件声明为 ${JSON.stringify(strange)}。`,
    hint: 'Export the layer in EPSG:4490 or EPSG:4326, in degrees.',
    details: { crs: strange },
  });
}

function refuseOther(file: ManifestFile, around: string): void {
  const json = parsed(file, around) as { type?: unknown; features?: unknown } | null;
  if (json?.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    throw fileFault({
      file: file.path,
      message: `expected a GeoJSON FeatureCollection with features, got ${JSON.stringify(json?.type)?.slice(0, 100) ?? 'none'} at $.type.`,
      messageZh: `应为 GeoJSON FeatureCollection，$.type 为 ${JSON.stringify(json?.type)?.slice(0, 100) ?? '空'}。`,
      hint: 'Export the layer as a GeoJSON FeatureCollection in EPSG:4326.',
    });
  }
  refuseCrs(file, json);
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
    message: `expected a GeoJSON FeatureCollection with at most ${fileLimits.aroundFeatures} characters beside its features.`,
    messageZh: `GeoJSON FeatureCollection 除要素外不得超过 ${fileLimits.aroundFeatures} 个字符。`,
    hint: 'Export the layer as a GeoJSON FeatureCollection in EPSG:4326.',
  });
}
