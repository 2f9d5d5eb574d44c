import type { Principal } from '../../../src/kernel/principal.js';

/** A principal for tests: a grid office clerk of no office, in these divisions, with whatever the test changes. */
export function aPrincipal(divisions: readonly string[], changed: Partial<Principal> = {}): Principal {
  return {
    subject: 'tester',
    kind: 'PERSON',
    role: 'GRID_OFFICE',
    department: null,
    organisation: null,
    divisions,
    grids: [],
    credential: { kind: 'NONE', id: '', expiresAt: null },
    ...changed,
  };
}
