const aboutVariable = /^(Variable "\$\w+" got invalid value) /;
const atPath = / at "([\w.[\]]+)"; /g;

/** What graphql-js says of an input without repeating it; the rest of what it says ends in the value itself. */
const safe = [
  /Field "\w+" of required type "[\w![\]]+" was not provided\./,
  /Field "\w+" is not defined by type "\w+"\./,
  /Expected (?:non-nullable )?type "[\w![\]]+" [a-z ]+\./,
  // Bounded, and from the edge of a word only: a megabyte in one word would else be read once for each of its letters.
  /\b\w{1,64} cannot represent [a-z0-9 -]{1,80}(?=:)/,
  // A word in capitals is meant as one of an enum's; nobody's name, number or text is written so.
  /Value "[A-Z][A-Z_]{0,40}" does not exist in "\w+" enum\./,
];

/**
 * A message of the GraphQL layer on variables, without the value that was sent: it may be what nobody must read in an answer or a log.
 * Which member it was, and what was expected there, is still said.
 */
export function withoutValues(message: string): string {
  const about = aboutVariable.exec(message)?.[1];
  if (about === undefined) return message;
  // Whoever sends a value that looks like a path sees one of his own words; the last one is graphql's.
  const path = [...message.matchAll(atPath)].at(-1)?.[1];
  const said = safe.map((pattern) => pattern.exec(message)?.[0]).find((text) => text !== undefined);
  return `${about}${path === undefined ? '' : ` at "${path}"`}${said === undefined ? '' : `; ${said.replace(/\.$/, '')}`}.`;
}
