import { createHash } from 'node:crypto';

const letters = '0123456789ABCDEFGHJKLMNPQRSTUWXY';

/** A code that says nothing about what it names; different for different names, the same on every run. */
export function opaqueCode(name: string, length: number): string {
  const bytes = createHash('sha256').update(`sample-city/${name}`).digest();
  return Array.from({ length }, (_, i) => letters[bytes[i]! % 32]!).join('');
}

/** The same of digits alone, so that zeros may lead. */
export function opaqueDigits(name: string, length: number): string {
  const bytes = createHash('sha256').update(`sample-city/${name}`).digest();
  return Array.from({ length }, (_, i) => String(bytes[i]! % 10)).join('');
}
