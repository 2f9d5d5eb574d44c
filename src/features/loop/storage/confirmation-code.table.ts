import { EntitySchema } from 'typeorm';

import type { HeldCode } from '../confirmation/held-code.js';

/** The columns of a row of `confirmation_code`. */
export interface ConfirmationCodeColumns extends HeldCode {
  readonly matterUuid: string;
}

/** The table `confirmation_code`: hashes of the codes by which residents confirm results. */
export const confirmationCodeTable = new EntitySchema<ConfirmationCodeColumns>({
  name: 'confirmation_code',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'confirmation_code_matter_id_fkey', onDelete: 'CASCADE' },
    },
    version: { type: 'integer' },
    codeHash: { name: 'code_hash', type: 'text' },
    expiresAt: { name: 'expires_at', type: 'timestamptz' },
    tries: { type: 'integer', default: 0 },
    usedAt: { name: 'used_at', type: 'timestamptz', nullable: true },
  },
});
