import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import type { Envelope } from '../sealing/envelope.js';
import type { SealedMasks } from '../sealing/masks.js';
import type { SealedKey } from '../sealing/sealed-part.js';

/** The columns of a row of `sealed_part`. */
export interface SealedPartColumns {
  readonly recordKind: SealedKey['kind'];
  readonly recordKey: string;
  readonly envelope: Envelope;
  readonly masks: SealedMasks;
  /** Keyed fingerprint of what is inside. */
  readonly fingerprint: string;
  /** PENDING until the matter of a report is known to be in the index. */
  readonly state: 'PENDING' | 'KEPT';
  readonly createdAt: Date;
}

/** The table `sealed_part` of a front database: who petitioned or reported, encrypted row by row. */
export const sealedPartTable = new EntitySchema<SealedPartColumns>({
  name: 'sealed_part',
  columns: {
    recordKind: { name: 'record_kind', type: 'text', primary: true },
    recordKey: { name: 'record_key', type: 'text', primary: true },
    envelope: { type: 'jsonb' },
    masks: { type: 'jsonb' },
    fingerprint: { type: 'text' },
    state: { type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
  },
  checks: [
    { name: 'sealed_part_record_kind_check', expression: oneOf('record_kind', ['MATTER', 'REPORT']) },
    { name: 'sealed_part_state_check', expression: oneOf('state', ['PENDING', 'KEPT']) },
  ],
});
