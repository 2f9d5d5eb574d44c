import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { roles } from '../../../kernel/principal.js';
import type { AccessKey } from '../credentials/access-key.js';

/** The table `access_key`: keys of machines, those that count no longer included; of a secret there is only a hash. */
export const accessKeyTable = new EntitySchema<AccessKey>({
  name: 'access_key',
  columns: {
    id: { type: 'text', primary: true },
    subject: { type: 'text' },
    secretHash: { name: 'secret_hash', type: 'text' },
    role: { type: 'text' },
    department: { type: 'text', nullable: true },
    organisation: { type: 'text', nullable: true },
    divisions: { type: 'text', array: true },
    grids: { type: 'text', array: true },
    acts: { type: 'text', array: true, nullable: true },
    networks: { type: 'text', array: true },
    expiresAt: { name: 'expires_at', type: 'timestamptz', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    createdBy: { name: 'created_by', type: 'text' },
    revokedAt: { name: 'revoked_at', type: 'timestamptz', nullable: true },
    revokedBy: { name: 'revoked_by', type: 'text', nullable: true },
  },
  checks: [
    { name: 'access_key_role_check', expression: oneOf('role', roles) },
    { name: 'access_key_revoked_check', expression: '(revoked_at is null) = (revoked_by is null)' },
  ],
  indices: [{ name: 'access_key_by_subject', columns: ['subject'] }],
});
