import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { CityTemplate } from '../../support/city/city-template.js';
import { newYorkOffices } from './compose.js';

/** Where the agencies' own files are kept, outside of the project. */
export const newYorkFiles = resolve(process.env['REAL_CITY_DATA'] ?? join(__dirname, '../../../../shared/data'), 'newyork');

/** Whether the agencies' files are on this machine. */
export const newYorkIsThere = existsSync(join(newYorkFiles, 'nypd_police_precincts.geojson'));

/** New York, its files read where they are kept. */
export const newYork: CityTemplate = { name: 'new_york', pack: __dirname, filesFolder: newYorkFiles, offices: newYorkOffices };

/** A row of one of the agencies' tables by column. */
export type FileRow = Readonly<Record<string, string>>;

/** Reads a table of the agencies. */
export function rowsOf(file: string): readonly FileRow[] {
  return parse<Record<string, string>>(readFileSync(join(newYorkFiles, file)), { columns: true });
}

/** The properties of every feature of one of the agencies' layers. */
export function propertiesOf(file: string): readonly Readonly<Record<string, string | number>>[] {
  const { features } = JSON.parse(readFileSync(join(newYorkFiles, file), 'utf8')) as {
    features: { properties: Record<string, string | number> }[];
  };
  return features.map(({ properties }) => properties);
}
