import type { ManifestFile } from '../city-pack/manifest.js';
import type { Layout } from './layouts.js';
import type { ReadRow } from './source-row.js';

/** Where rows come from: the files of a pack, the files of an office, a batch that was pushed, a queue on an office's server. */
export interface RowSource {
  /** The rows of one file, in its order. Throws a `CityError` naming the file where it cannot be read as a whole. */
  rows(file: ManifestFile, layout: Layout): AsyncIterable<ReadRow>;
}
