/** Says why a text is not of exactly so many digits, or null when it is. */
export function digitsFault(text: string, length: number): string | null {
  if (text.length === length && /^[0-9]+$/.test(text)) return null;
  return `expected ${length} digits, got ${text.length} characters`;
}

/** Says why a text is no division code of China (6 digits of a county, 9 of a township, 12 of a community), or null when it is. */
export function divisionCodeFault(text: string): string | null {
  return /^([0-9]{6}|[0-9]{9}|[0-9]{12})$/.test(text) ? null : 'expected 6, 9 or 12 digits of a division';
}

/**
 * Says why a text is no code of a community and a serial (12 + 3 digits), or null when it is.
 * Several schemes have this shape, so the shape never tells the scheme.
 */
export function communitySerialFault(text: string): string | null {
  const fault = digitsFault(text, 15);
  return fault === null ? null : `${fault} (12 of the community and a serial of 3)`;
}

/** Says why a text cannot be an id that only its office can read (1 to 64 printable characters), or null when it can. */
export function opaqueIdFault(text: string): string | null {
  const length = [...text].length;
  if (length < 1 || length > 64) return `expected 1 to 64 characters, got ${length}`;
  if (text.trim() !== text) return 'expected no space at either end';
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text) ? null : 'expected printable characters only';
}
