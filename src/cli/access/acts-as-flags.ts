import type { Platform } from '../../compose.js';
import { type ActsAs, actsAsOf, cityCodesOf, ClaimRefused, ownClaimNames } from '../../features/access/index.js';
import { CityError } from '../../kernel/city-error.js';

/** Whom a token or a key is for, as the command line says it. */
export interface ActsAsFlags {
  readonly role: string;
  readonly department?: string;
  readonly organisation?: string;
  readonly divisions?: readonly string[];
  readonly grids?: readonly string[];
  readonly subject?: string;
}

/**
 * Whom the flags speak of: the whole city where no divisions are named, and a subject made of role and office where none is. Throws
 * `BAD_USER_INPUT` for a role, an office or a division that the city does not have.
 */
export function actsAsArgument(flags: ActsAsFlags, { models, officeCodes }: Pick<Platform, 'models' | 'officeCodes'>): ActsAs {
  const { city, divisions } = models.current();
  const role = asCode(flags.role);
  const department = flags.department === undefined ? null : asCode(flags.department);
  const named = flags.divisions ?? [city.code];
  const unknown = named.filter((code) => divisions.find(code) === null);
  if (unknown.length > 0) throw badFlag('divisions', 'divisions of this city', unknown.join(', '));
  const subject = flags.subject ?? kebab([role, department ?? []].flat().join('-'));
  const claims = { sub: subject, role, department, organisation: flags.organisation, divisions: named, grids: flags.grids };
  try {
    return actsAsOf(claims, ownClaimNames, cityCodesOf(city, officeCodes));
  } catch (thrown) {
    if (thrown instanceof ClaimRefused) throw badFlag(thrown.claim === 'sub' ? 'subject' : thrown.claim, thrown.expected);
    throw thrown;
  }
}

/** Words of the command line may be written as people write them: `department-handler`. */
function asCode(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

function kebab(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

function badFlag(flag: string, expected: string, got?: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `--${flag}: expected ${expected}${got === undefined ? '' : `, got ${got}`}.`,
    hint: 'npx allgrid token roles shows the roles.',
  });
}
