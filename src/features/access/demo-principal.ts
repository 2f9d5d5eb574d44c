import { CityError } from '../../kernel/city-error.js';
import type { Principal } from '../../kernel/principal.js';
import type { PrincipalSource } from './ports.js';

/** Who everybody is without credentials outside production: an analyst of the whole city. */
export function demoAnalyst(cityCode: string): Principal {
  return {
    subject: 'demo-analyst',
    kind: 'PERSON',
    role: 'ANALYST',
    department: null,
    organisation: null,
    divisions: [cityCode],
    grids: [],
    credential: { kind: 'NONE', id: '', expiresAt: null },
  };
}

/** Takes every caller for the demonstration analyst of the city that is loaded. */
export function demoPrincipals(cityCode: () => string): PrincipalSource {
  return { of: () => Promise.resolve(demoAnalyst(cityCode())) };
}

/** Refuses everybody: what `AUTH=required` means until credentials can be checked. */
export const noPrincipals: PrincipalSource = {
  of: () =>
    Promise.reject(
      new CityError({
        code: 'UNAUTHENTICATED',
        message: 'Credentials are required, and this build knows no way to check them yet.',
        messageZh: '须提供凭证，而此版本尚不能核验凭证。',
        hint: 'Start with AUTH=demo outside production.',
      }),
    ),
};
