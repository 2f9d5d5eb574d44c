/** Reads one value; a string result is the fault, said as what was expected. */
export type Parser<Value> = (text: string) => Parsed<Value>;

/** A value, or what was expected instead. */
export type Parsed<Value> = { readonly value: Value } | { readonly expected: string };

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? { value } : { expected: `a whole number from ${least} to ${most}` };
  };
}

/** One of a few words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Parser<Word> {
  return (text) => {
    const value = words.find((word) => word === text);
    return value === undefined ? { expected: `one of ${words.join(', ')}` } : { value };
  };
}

/** `1` for yes, `0` for no. */
export const yesOrNo: Parser<boolean> = (text) => (text === '1' || text === '0' ? { value: text === '1' } : { expected: '1 or 0' });

/** Any text without blanks at its ends. */
export const words: Parser<string> = (text) =>
  text.trim() === text && text !== '' ? { value: text } : { expected: 'text without blanks at its ends' };

/** Text of at least so many characters. */
export function longerThan(least: number): Parser<string> {
  return (text) => (text.length >= least ? { value: text } : { expected: `at least ${least} characters` });
}

/** Keys of 32 bytes in base64, newest first, with commas between. */
export const keysOf32Bytes: Parser<readonly Buffer[]> = (text) => {
  const keys = text.split(',').map((key) => key.trim());
  const areKeys = keys.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key));
  return areKeys
    ? { value: keys.map((key) => Buffer.from(key, 'base64')) }
    : { expected: '32 bytes in base64, several with commas between' };
};

/** A PostgreSQL address that names a database. */
export const postgresUrl: Parser<string> = (text) => {
  const expected = 'postgres://user:password@host:port/name';
  if (!URL.canParse(text)) return { expected };
  const { protocol, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 ? { value: text } : { expected };
};
