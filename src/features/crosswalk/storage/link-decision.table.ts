import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { type DecisionKind, decisionKinds } from '../decisions/link-decision.js';

/** The columns of a row of `link_decision`. */
export interface LinkDecisionColumns {
  readonly uuid: string;
  readonly kind: DecisionKind;
  /** The unit that a declaration or a rejection is about; null for a withdrawal. */
  readonly unitUuid: string | null;
  /** The other unit of a rejection. */
  readonly otherUuid: string | null;
  /** The layer of a declaration. */
  readonly targetLayer: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** Null where the share not named stays as computed. */
  readonly remainder: number | null;
  readonly doubleCover: number;
  /** How far a declaration was from what was computed when it was made, 0..1. */
  readonly difference: number;
  readonly subject: string;
  readonly role: string;
  readonly department: string | null;
  readonly organisationUuid: string;
  readonly documentNumber: string;
  readonly reason: string;
  /** The decision that this one ended. */
  readonly ends: string | null;
  readonly recordedFrom: Date;
  readonly recordedTo: Date | null;
}

/** The table `link_decision`: what people in office have decided about links, one row an act. */
export const linkDecisionTable = new EntitySchema<LinkDecisionColumns>({
  name: 'link_decision',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    kind: { type: 'text' },
    unitUuid: { name: 'unit_id', type: 'uuid', nullable: true, foreignKey: { target: 'unit', name: 'link_decision_unit_id_fkey' } },
    otherUuid: { name: 'other_id', type: 'uuid', nullable: true, foreignKey: { target: 'unit', name: 'link_decision_other_id_fkey' } },
    targetLayer: {
      name: 'target_layer',
      type: 'text',
      nullable: true,
      foreignKey: { target: 'layer', name: 'link_decision_target_layer_fkey' },
    },
    validFrom: { name: 'valid_from', type: 'date', nullable: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    remainder: { type: 'double precision', nullable: true },
    doubleCover: { name: 'double_cover', type: 'double precision' },
    difference: { type: 'double precision' },
    subject: { type: 'text' },
    role: { type: 'text' },
    department: { type: 'text', nullable: true },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      foreignKey: { target: 'organisation', name: 'link_decision_organisation_id_fkey' },
    },
    documentNumber: { name: 'document_number', type: 'text' },
    reason: { type: 'text' },
    ends: { type: 'uuid', nullable: true, foreignKey: { target: 'link_decision', name: 'link_decision_ends_fkey' } },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'link_decision_ends_key', columns: ['ends'] }],
  indices: [
    { name: 'link_decision_by_unit', columns: ['unitUuid'] },
    { name: 'link_decision_by_other', columns: ['otherUuid'] },
    { name: 'link_decision_newest', columns: ['recordedFrom', 'uuid'] },
  ],
  checks: [
    { name: 'link_decision_kind_check', expression: oneOf('kind', decisionKinds) },
    {
      name: 'link_decision_matter_check',
      expression: `case kind
        when 'DECLARATION' then unit_id is not null and target_layer is not null and other_id is null and valid_from is not null
        when 'REJECTION' then unit_id is not null and target_layer is null and other_id is not null and valid_from is not null
        else unit_id is null and ends is not null end`,
    },
  ],
});
