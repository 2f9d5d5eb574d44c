import type { Principal } from '../../../kernel/principal.js';

/** The platform itself, which takes the steps that fall due without anybody. */
export const itself: Principal = {
  subject: 'platform',
  kind: 'MACHINE',
  role: 'DEPARTMENT_SYSTEM',
  department: null,
  organisation: null,
  divisions: [],
  grids: [],
  credential: { kind: 'NONE', id: '', expiresAt: null },
};
