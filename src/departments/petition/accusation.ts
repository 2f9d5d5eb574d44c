import type { MatterRowFacts } from '../contract.js';

/** The purpose code of an accusation (检举控告) in the petition register. */
const accusation = '02';

/**
 * Whether a matter row is an accusation, or might be one: it then never leaves the front database, its existence included.
 * The code or the route decides, whatever the row says of its seal; a sealed row without a code that can be read stays too.
 * Source: Regulation on Petition Work (信访工作条例) 2022, Art. 30 and 46.
 */
export function mayBeAccusation({ sealed, own }: MatterRowFacts): boolean {
  if (own['route'] === 'ACCUSATION') return true;
  const written = typeof own['purposeCode'] === 'string' ? own['purposeCode'].normalize('NFKC').trim() : '';
  if (!/^\d{1,2}$/.test(written)) return sealed;
  return written.padStart(2, '0') === accusation;
}
