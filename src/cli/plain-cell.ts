/** Characters that move the cursor, colour, reorder or hide what stands around them on a terminal. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A text of somebody else's on one line of a terminal: what could not be seen, or would move what can, is written as its code. */
export function plainCell(text: string, longest = 120): string {
  const characters = [...text];
  const cut = characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
  return cut.replaceAll(unprintable, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
