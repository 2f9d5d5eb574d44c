import type { MatterRowFacts } from '../contract.js';

/** The purpose code of an accusation (检举控告) in the petition register. */
const accusation = '02';
/** The route of accusations, in both words: a cell with blanks about it is judged as it is written. */
const accusingRoutes: ReadonlySet<string> = new Set(['ACCUSATION', '检举控告']);

/**
 * Whether a matter row is an accusation, or might be one: it then never leaves the front database, its existence included.
 * The code or the route decides, whatever the row says of its seal; a sealed row without a code that can be read stays too.
 * Source: Regulation on Petition Work (信访工作条例) 2022, Art. 30 and 46.
 */
export function mayBeAccusation({ sealed, own }: MatterRowFacts): boolean {
  if (accusingRoutes.has(plain(own['route']).toUpperCase())) return true;
  const written = plain(own['purposeCode']);
  if (!/^\d{1,2}$/.test(written)) return sealed;
  return written.padStart(2, '0') === accusation;
}

function plain(written: unknown): string {
  return typeof written === 'string' ? written.normalize('NFKC').trim() : '';
}
