import { creditCheckCharacter } from '../../../src/kernel/credit-code.js';
import { unfit } from '../unfit.js';

/** Registrar and kind, the first two characters of GB 32100-2015: 11 organs, 12 institutions, 51 societies, 52 private non-enterprise units, 54 and 55 committees, 91 enterprises. */
export type RegistrarKind = '11' | '12' | '51' | '52' | '54' | '55' | '91';

const weights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A credit code that is well-formed and plainly invented: its organisation code begins with 00, and counts up.
 * `division` has 6 digits; `serial` is below a million. Both check characters (GB 11714, GB 32100-2015) are right.
 */
export function syntheticCreditCode(kind: RegistrarKind, division: string, serial: number): string {
  const organisation = `00${String(serial).padStart(6, '0')}`;
  const body = `${kind}${division}${organisation}${organisationCheck(organisation)}`;
  const check = creditCheckCharacter(body);
  if (body.length !== 17 || check === null) throw unfit(`No credit code can be made of ${kind}, ${division}, ${serial}.`);
  return body + check;
}

function organisationCheck(digits: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
