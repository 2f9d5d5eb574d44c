import { type OfficeSeal, wireSeals } from '../../../src/features/access/wiring.js';

/** The master key of every test city: 32 bytes in base64, the same in every process, so that what one sealed another opens. */
export const testSealingKey = Buffer.alloc(32, 'allgrid test').toString('base64');

/** The seal of an office under the test key. */
export function testSeal(office: string, suite = 'aes-256-gcm'): OfficeSeal {
  return wireSeals(new Map([[office, [Buffer.from(testSealingKey, 'base64')]]]), suite).get(office)!;
}
