import { type Principal, type Role, roles } from '../../../kernel/principal.js';
import { isPlainText } from '../../../kernel/text.js';
import { lacksOffice } from '../role-rights.js';

/** The claims of a token that say what its bearer acts as. */
export const claimKinds = ['role', 'department', 'organisation', 'divisions', 'grids'] as const;

/** The name of each claim in the tokens of one issuer. */
export type ClaimNames = Readonly<Record<(typeof claimKinds)[number], string>>;

/** The names that claims have where nothing else is said. */
export const ownClaimNames: ClaimNames = {
  role: 'role',
  department: 'department',
  organisation: 'organisation',
  divisions: 'divisions',
  grids: 'grids',
};

/** What of the city claims are judged by. */
export interface CityCodes {
  /** Codes of the offices, e.g. `PETITION`. */
  readonly offices: readonly string[];
  /** Why a text cannot be the code of a division of this city; null where it can. */
  readonly divisionFault: (code: string) => string | null;
}

/** What a principal acts as, whatever it proved itself with. */
export type ActsAs = Omit<Principal, 'kind' | 'credential'>;

/** A claim says what the platform does not know. */
export class ClaimRefused extends Error {
  constructor(
    readonly claim: string,
    readonly expected: string,
  ) {
    super(`${claim}: expected ${expected}.`);
  }
}

/** Reads what a principal acts as from claims; throws {@link ClaimRefused} at the first that is unknown, ill-formed or missing. */
export function actsAsOf(claims: Readonly<Record<string, unknown>>, names: ClaimNames, city: CityCodes): ActsAs {
  const given = (kind: keyof ClaimNames): Claim => ({ claim: names[kind], value: claims[names[kind]] });
  const actsAs: ActsAs = {
    subject: shortText({ claim: 'sub', value: claims['sub'] }),
    role: oneOf(given('role'), roles) as Role,
    department: optional(given('department'), (claim) => oneOf(claim, city.offices)),
    organisation: optional(given('organisation'), shortText),
    divisions: listOf(given('divisions'), city.divisionFault),
    grids: listOf(given('grids'), codeFault),
  };
  if (lacksOffice(actsAs)) throw new ClaimRefused(names.department, `the office of a ${actsAs.role}`);
  return actsAs;
}

interface Claim {
  readonly claim: string;
  readonly value: unknown;
}

function optional<Value>(claim: Claim, read: (claim: Claim) => Value): Value | null {
  return claim.value === undefined || claim.value === null ? null : read(claim);
}

function oneOf({ claim, value }: Claim, words: readonly string[]): string {
  if (typeof value === 'string' && words.includes(value)) return value;
  throw new ClaimRefused(claim, `one of ${words.join(', ')}`);
}

function shortText({ claim, value }: Claim): string {
  if (typeof value === 'string' && value.length >= 1 && value.length <= 128 && isPlainText(value) && value.trim() === value) return value;
  throw new ClaimRefused(claim, '1 to 128 characters');
}

function listOf({ claim, value }: Claim, faultOf: (text: string) => string | null): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > mostCodes) throw new ClaimRefused(claim, `a list of at most ${mostCodes} codes`);
  return value.map((code: unknown) => {
    const fault = typeof code === 'string' ? faultOf(code) : 'expected a text';
    if (fault !== null) throw new ClaimRefused(claim, `a list of codes, each as ${fault}`);
    return code as string;
  });
}

const mostCodes = 1_000;

/** Why a text cannot be a code of any kind; null where it can. */
export function codeFault(text: string): string | null {
  return /^[0-9A-Za-z_.-]{1,64}$/.test(text) ? null : 'expected 1 to 64 letters or digits';
}
