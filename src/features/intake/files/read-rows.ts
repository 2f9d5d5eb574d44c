import type { ManifestFile } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';
import type { Layout } from '../rows/layouts.js';
import type { RowSource } from '../rows/row-source.js';
import type { ReadRow } from '../rows/source-row.js';
import { bytesAt } from './byte-source.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';
import { readText } from './read-text.js';

/** Streams the rows of one file of a pack. Throws a `CityError` naming the file where the file as a whole cannot be read. */
export function readRows(pack: CityPack, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  return rowsOfText(readText(bytesAt(pack.locate(file), file.path), file.encoding), file, layout);
}

/** The rows of a text in the format that the file is said to have. */
export function rowsOfText(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  return file.format === 'csv' ? readCsv(text, file, layout) : readGeoJson(text, file, layout);
}

/** The files of a pack as a source of rows. */
export function rowsOfPack(pack: CityPack): RowSource {
  return { rows: (file, layout) => readRows(pack, file, layout) };
}
