/** Components and matters since 2026-07-01: class codes of 2 + 3 digits. */
export const presentStandard = 'GB/T 47678.5-2026';
/** What it replaced: class codes of 2 + 2 digits. */
export const formerStandard = 'GB/T 30428.2-2013';

/** Major classes of matters that moved as a whole; the old ones of sudden events and of local extensions did not. */
const movedClasses: ReadonlyMap<string, string> = new Map([
  ['01', '06'],
  ['02', '07'],
  ['03', '08'],
  ['04', '09'],
]);

/**
 * The code that a matter of GB/T 30428.2 has under GB/T 47678.5-2026 (`0136` or `01-36` → `06036`), or null where none follows from it.
 * It holds for classes 01 to 04 of lists that call 04 the order of the street; lists that swap 04 and 05, and minor codes that a city counts
 * down from 99, have the same shape, so the answer only ever confirms what an office says itself: nothing is converted by it.
 */
export function presentCodeOf(formerCode: string): string | null {
  const parts = /^([0-9]{2})-?([0-9]{2})$/.exec(formerCode);
  const major = parts === null ? undefined : movedClasses.get(parts[1]!);
  return major === undefined ? null : `${major}0${parts![2]!}`;
}
