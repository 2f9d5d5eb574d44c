import type { HeaderChoice } from './file-names.js';
import type { ExportEncoding } from './text-encoding.js';

/** The formats of exports. */
export const exportFormats = ['csv', 'xlsx', 'geojson'] as const;

/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];

/** Which records of an office are to be written, how and where. */
export interface ExportWish {
  /** Key of the office. */
  readonly office: string;
  /** Names of parts; where none is named, every part of which something is kept. */
  readonly parts: readonly string[];
  readonly format: ExportFormat;
  /** Of CSV files; GeoJSON is UTF-8. */
  readonly encoding: ExportEncoding;
  readonly headers: HeaderChoice;
  /** A folder, or a file where it ends as the format does and one file holds all. */
  readonly out: string;
  readonly replaces: boolean;
  /** What it is for; null where nobody said. */
  readonly purpose: string | null;
}
