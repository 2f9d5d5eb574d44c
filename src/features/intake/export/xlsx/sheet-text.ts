/** What XML cannot hold, or would change: the workbook writes it as `_x000D_` (ECMA-376 22.9.2.19). */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const unheld = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the contents of an element or an attribute of a workbook, to be read back as it was. */
export function sheetText(text: string): string {
  return text
    .replace(unheld, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => entities[character]!);
}
