import { EntitySchema } from 'typeorm';

const organisation = (column: string): { readonly target: string; readonly name: string } => ({
  target: 'organisation',
  name: `duty_move_${column}_fkey`,
});

/** A row of `duty_move`: duties pass from one organisation to another on a day. */
export interface DutyMoveColumns {
  readonly uuid: string;
  readonly fromUuid: string;
  readonly toUuid: string;
  /** Null, with the two below: whatever the category. */
  readonly standard: string | null;
  readonly kind: string | null;
  readonly categoryCode: string | null;
  /** Null: in all divisions. */
  readonly divisionCode: string | null;
  readonly effectiveFrom: string;
  readonly document: string;
  readonly declaredBy: string;
  readonly role: string;
  readonly onBehalfOf: string;
  readonly recordedAt: Date;
}

/** The declared moves of duties. */
export const dutyMoveTable = new EntitySchema<DutyMoveColumns>({
  name: 'duty_move',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    fromUuid: { name: 'from_id', type: 'uuid', foreignKey: organisation('from_id') },
    toUuid: { name: 'to_id', type: 'uuid', foreignKey: organisation('to_id') },
    standard: { type: 'text', nullable: true },
    kind: { type: 'text', nullable: true },
    categoryCode: { name: 'category_code', type: 'text', nullable: true },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    effectiveFrom: { name: 'effective_from', type: 'date' },
    document: { type: 'text' },
    declaredBy: { name: 'declared_by', type: 'text' },
    role: { type: 'text' },
    onBehalfOf: { name: 'on_behalf_of', type: 'uuid', foreignKey: organisation('on_behalf_of') },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
  },
  indices: [{ name: 'duty_move_by_from', columns: ['fromUuid'] }],
});
