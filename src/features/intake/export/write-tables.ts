import { dirname } from 'node:path';

import { csvBytes } from './csv-bytes.js';
import type { DraftFiles, WrittenFile } from './draft-files.js';
import type { ExportOutcome } from './export-outcome.js';
import type { ExportWish } from './export-wish.js';
import { geoJsonBytes } from './geojson-bytes.js';
import { PartTable, type TableTerms, type WishedPart } from './part-table.js';
import { pathsIn } from './target-paths.js';
import { workbookBytes } from './xlsx/workbook-bytes.js';

/** Writes the parts as drafts: a CSV or GeoJSON file each, or a workbook with a sheet each; boundaries are GeoJSON whatever is wished. */
export async function writeTables(
  wished: readonly WishedPart[],
  { wish, terms, drafts }: { readonly wish: ExportWish; readonly terms: TableTerms; readonly drafts: DraftFiles },
): Promise<ExportOutcome> {
  const { format, out, encoding } = wish;
  const isDrawn = ({ part }: WishedPart): boolean => format === 'geojson' || part.rows === 'BOUNDARIES';
  const drawn = wished.filter(isDrawn).map((one) => new PartTable(one, terms, true));
  const filled = wished.filter((one) => !isDrawn(one)).map((one) => new PartTable(one, terms, false));
  const files: WrittenFile[] = [];
  const write = async (path: string, bytes: AsyncIterable<Buffer>): Promise<void> => void files.push(await drafts.write(path, bytes));
  if (format === 'xlsx' && filled.length > 0) {
    const { nameZh, key } = terms.department;
    const [path] = pathsIn({ out, ending: 'xlsx' }, [terms.headers === 'zh' ? nameZh : key]);
    await write(path!, workbookBytes(filled.map((table) => ({ name: table.name, header: table.header, rows: table.rows() }))));
  } else if (filled.length > 0) {
    const paths = pathsIn({ out, ending: 'csv' }, namesOf(filled));
    for (const [place, table] of filled.entries()) await write(paths[place]!, csvBytes(table.header, table.rows(), encoding));
  }
  const paths = pathsIn({ out: folderFor(out, format), ending: 'geojson' }, namesOf(drawn));
  for (const [place, table] of drawn.entries()) await write(paths[place]!, geoJsonBytes(table.header, table.features()));
  return { parts: [...filled, ...drawn].map(({ exported }) => exported), files };
}

const namesOf = (tables: readonly PartTable[]): readonly string[] => tables.map(({ name }) => name);

/** Boundaries lie beside the one file that holds the rest. */
function folderFor(out: string, format: ExportWish['format']): string {
  return format !== 'geojson' && out.toLowerCase().endsWith(`.${format}`) ? dirname(out) : out;
}
