/** A value that a file cannot say so that an import would read the same: its row is left out and counted. */
export class Unsayable extends Error {}

/** A list as one cell holds it, entries divided by `;`; throws {@link Unsayable} where an entry would come apart. */
export function listText(entries: readonly string[]): string {
  if (entries.some((entry) => entry === '' || entry !== entry.trim() || entry.includes(';'))) throw new Unsayable();
  return entries.join(';');
}
