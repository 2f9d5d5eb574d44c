import type { Datum } from './datum/datums.js';
import type { Encoding } from './encoding/encodings.js';

/** What an office declares of a file because the file does not say it itself. */
export interface OfficeFileWish {
  /** The one sheet of a workbook that is meant; all that can be seen when left out. */
  readonly sheet?: string;
  /** Taken at its word, and then held to it strictly. */
  readonly encoding?: Encoding;
  /** CGCS2000 when left out. Never guessed: a layer that lies off is only told (`DATUM_OFFSET`). */
  readonly datum?: Datum;
}
