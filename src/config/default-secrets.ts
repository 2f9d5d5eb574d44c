/** Passwords that stand in manuals, images and examples; compared without case, marks and digits at the end. */
const ofManuals = new Set([
  ...['', 'postgres', 'postgresql', 'password', 'passwd', 'pass', 'pw', 'changeme', 'changethis', 'change', 'secret', 'example', 'admin'],
  ...['administrator', 'root', 'default', 'test', 'demo', 'user', 'guest', 'qwerty', 'letmein', 'welcome', 'allgrid', 'yourpassword'],
]);

/** Marks of a secret that was copied from an example instead of drawn. */
const ofExamples = /change.?me|change.?this|example|replace.?me|your.?secret|password|placeholder|0123456789|abcdefghij/i;

/** Fewer different characters than a drawn secret of 32 ever has. */
const fewestCharacters = 8;

/** Whether the password of a database address is one that everybody knows; an address without one proves itself by other means. */
export function hasDefaultPassword(url: string): boolean {
  const { username, password } = new URL(url);
  if (password === '') return false;
  return plain(password) === plain(username) || ofManuals.has(plain(password).replaceAll(/[\W_]|\d+$/g, ''));
}

/** Whether a secret was copied from an example, or typed in a hurry. */
export function isExampleSecret(secret: string): boolean {
  return ofExamples.test(secret) || new Set(secret).size < fewestCharacters;
}

/** A part of an address as it is meant; one with a stray percent sign stays as it is written. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part.toLowerCase();
  }
}
