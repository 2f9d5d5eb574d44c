import { randomUUID } from 'node:crypto';

import type { Acting } from '../../features/access/index.js';
import type { Principal } from '../../kernel/principal.js';

/** Whoever may run the command line on the platform's own machine manages its keys and its pinned documents. */
export function operator(): Acting {
  const principal: Principal = {
    subject: 'operator',
    kind: 'PERSON',
    role: 'SECURITY_ADMINISTRATOR',
    department: null,
    organisation: null,
    divisions: [],
    grids: [],
    credential: { kind: 'NONE', id: '', expiresAt: null },
  };
  return { principal, requestId: randomUUID() };
}
