import { EntitySchema } from 'typeorm';

/** The columns of a row of `idempotency_key`. */
export interface IdempotencyKeyColumns {
  readonly subject: string;
  readonly key: string;
  readonly bodyHash: string;
  /** Null until the act is done. */
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
}

/** The table `idempotency_key`: what mutations answered, by principal and key. */
export const idempotencyKeyTable = new EntitySchema<IdempotencyKeyColumns>({
  name: 'idempotency_key',
  columns: {
    subject: { type: 'text', primary: true },
    key: { type: 'text', primary: true },
    bodyHash: { name: 'body_hash', type: 'text' },
    answer: { type: 'jsonb', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz' },
  },
});
