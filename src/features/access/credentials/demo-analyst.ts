import type { Principal } from '../../../kernel/principal.js';

/** Who a caller without credentials is outside production: an analyst of the whole city. */
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
