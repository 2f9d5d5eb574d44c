import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Without what is mistaken for another when it is read aloud or written by hand. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 8;
const saltBytes = 16;
const hashBytes = 32;

/** Draws a code that a resident can say: 8 of 32 letters and digits, 40 random bits. */
export function drawCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]!).join('');
}

/** What is kept of a code: `scrypt:<salt>:<hash>`, slow to try out, so that 40 bits are enough. */
export async function hashOfCode(code: string, salt = randomBytes(saltBytes)): Promise<string> {
  return `scrypt:${salt.toString('hex')}:${(await derive(spoken(code), salt, hashBytes)).toString('hex')}`;
}

/** Whether a code is the one of a kept hash, whatever its case and blanks; in the same time wherever the two part. */
export async function isCodeOf(code: string, kept: string): Promise<boolean> {
  const [, salt] = kept.split(':');
  const [given, wanted] = [Buffer.from(await hashOfCode(code, Buffer.from(salt!, 'hex'))), Buffer.from(kept)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const spoken = (code: string): string => code.replaceAll(/[\s-]/gu, '').toUpperCase();
