import { open } from 'node:fs/promises';

import type { ManifestFile } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';
import type { Layout } from '../rows/layouts.js';
import type { RowSource } from '../rows/row-source.js';
import type { ReadRow } from '../rows/source-row.js';
import { openArchive } from './archive/archive.js';
import { bytesAt } from './byte-source.js';
import { convertRows } from './datum/convert-rows.js';
import { shiftedDatum } from './datum/datums.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';
import { readText } from './read-text.js';
import { readXlsx } from './xlsx/read-xlsx.js';
import { openWorkbook } from './xlsx/workbook.js';

/** Streams the rows of one file of a pack. Throws a `CityError` naming the file where the file as a whole cannot be read. */
export function readRows(pack: CityPack, file: ManifestFile, layout: Layout): AsyncIterable<ReadRow> {
  return inCityDatum(rowsAsWritten(pack, file, layout), file);
}

/** The rows with their places in the city's datum, where the file is declared in another. */
export function inCityDatum(rows: AsyncIterable<ReadRow>, { datum }: ManifestFile): AsyncIterable<ReadRow> {
  const from = shiftedDatum(datum);
  return from === null ? rows : convertRows(rows, from);
}

function rowsAsWritten(pack: CityPack, file: ManifestFile, layout: Layout): AsyncIterable<ReadRow> {
  if (file.format === 'xlsx') return rowsOfBook(pack.locate(file), file, layout);
  return rowsOfText(readText(bytesAt(pack.locate(file), file.path), file.encoding), file, layout);
}

/** The rows of a text in the format that the file is said to have. */
export function rowsOfText(text: AsyncIterable<string>, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  return file.format === 'csv' ? readCsv(text, file, layout) : readGeoJson(text, file, layout);
}

async function* rowsOfBook(place: string, file: ManifestFile, layout: Layout): AsyncGenerator<ReadRow> {
  const handle = await open(place, 'r');
  try {
    yield* readXlsx(await openWorkbook(await openArchive(handle, file.path), file.path), file, layout);
  } finally {
    await handle.close();
  }
}

/** The files of a pack as a source of rows. */
export function rowsOfPack(pack: CityPack): RowSource {
  return { rows: (file, layout) => readRows(pack, file, layout) };
}
