/** The 31 characters of a unified social credit code, in the order of their values: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i − 1) mod 31 for the places 1 to 17. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * The check character of the first 17 characters of a unified social credit code; null where one of them is not of its alphabet.
 * Source: GB 32100-2015, C = (31 − Σ value × weight mod 31) mod 31.
 */
export function creditCheckCharacter(body: string): string | null {
  const values = [...body].map((character) => alphabet.indexOf(character));
  if (values.length !== weights.length || values.includes(-1)) return null;
  const sum = weights.reduce((total, weight, place) => total + weight * values[place]!, 0);
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/**
 * Says why a text is no unified social credit code (统一社会信用代码), or null when it is one.
 * Length, alphabet and check character are looked at; the registers behind registrar, kind and organisation code are not ours to know.
 */
export function creditCodeFault(code: string): string | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return 'expected 18 digits or capital letters without I, O, S, V, Z';
  const expected = creditCheckCharacter(code.slice(0, 17));
  return code[17] === expected ? null : `expected ${expected} as the check character, the last of 18`;
}
