import { EntitySchema } from 'typeorm';

/** The columns of a row of `outbound_step`. */
export interface OutboundStepColumns {
  readonly id: string;
  readonly eventId: string;
  readonly department: string;
  readonly kind: string;
  readonly recordKey: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
}

/** The table `outbound_step` of the city index: steps that are owed to offices. */
export const outboundStepTable = new EntitySchema<OutboundStepColumns>({
  name: 'outbound_step',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment' },
    eventId: { name: 'event_id', type: 'uuid' },
    department: { type: 'text' },
    kind: { type: 'text' },
    recordKey: { name: 'record_key', type: 'text', array: true },
    body: { type: 'jsonb' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
  },
  uniques: [{ name: 'outbound_step_event', columns: ['department', 'eventId'] }],
  indices: [{ name: 'outbound_step_oldest', columns: ['department', 'id'] }],
});
