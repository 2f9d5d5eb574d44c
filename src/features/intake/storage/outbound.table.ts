import { EntitySchema } from 'typeorm';

/** The columns of a row of `outbound`. */
export interface OutboundColumns {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly recordKey: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
  readonly enqueuedAt: Date;
  /** Set by the office's own system. */
  readonly acknowledgedAt: Date | null;
}

/** The table `outbound` of a front database: what the platform did with the office's records. */
export const outboundTable = new EntitySchema<OutboundColumns>({
  name: 'outbound',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    eventId: { name: 'event_id', type: 'uuid' },
    kind: { type: 'text' },
    recordKey: { name: 'record_key', type: 'text', array: true },
    body: { type: 'jsonb' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
    enqueuedAt: { name: 'enqueued_at', type: 'timestamptz', default: () => 'clock_timestamp()' },
    acknowledgedAt: { name: 'acknowledged_at', type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'outbound_event_id_key', columns: ['eventId'] }],
  indices: [{ name: 'outbound_waiting', columns: ['id'], where: 'acknowledged_at is null' }],
});
