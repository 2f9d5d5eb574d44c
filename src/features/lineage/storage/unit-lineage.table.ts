import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { lineageBases, lineageKinds, type LineageStep } from '../lineage-step.js';

/** The columns of a row of `unit_lineage`. */
export interface UnitLineageColumns extends LineageStep {
  /** The intake run that brought it; null where a person entered it. */
  readonly runId: string | null;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
}

/** The table `unit_lineage`: what became of units, from which day, by which evidence and who said so, on two clocks. */
export const unitLineageTable = new EntitySchema<UnitLineageColumns>({
  name: 'unit_lineage',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    kind: { type: 'text' },
    basis: { type: 'text' },
    fromUuid: { name: 'from_id', type: 'uuid', foreignKey: { target: 'unit', name: 'unit_lineage_from_id_fkey' } },
    toUuid: { name: 'to_id', type: 'uuid', foreignKey: { target: 'unit', name: 'unit_lineage_to_id_fkey' } },
    weight: { type: 'double precision' },
    inverseWeight: { name: 'inverse_weight', type: 'double precision' },
    effectiveOn: { name: 'effective_on', type: 'date' },
    redrawUuid: {
      name: 'redraw_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'redraw', name: 'unit_lineage_redraw_id_fkey' },
    },
    document: { type: 'text', nullable: true },
    runId: { name: 'run_id', type: 'uuid', nullable: true, foreignKey: { target: 'intake_run', name: 'unit_lineage_run_id_fkey' } },
    subject: { type: 'text' },
    role: { type: 'text' },
    organisationUuid: {
      name: 'organisation_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'organisation', name: 'unit_lineage_organisation_id_fkey' },
    },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz' },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'unit_lineage_kind_check', expression: oneOf('kind', lineageKinds) },
    { name: 'unit_lineage_basis_check', expression: oneOf('basis', lineageBases) },
    { name: 'unit_lineage_weight_check', expression: 'weight > 0 and weight <= 1' },
    { name: 'unit_lineage_inverse_weight_check', expression: 'inverse_weight > 0 and inverse_weight <= 1' },
    { name: 'unit_lineage_self_check', expression: `from_id <> to_id or ${oneOf('kind', ['RENAMED', 'REPARENTED'])}` },
    { name: 'unit_lineage_evidence_check', expression: 'redraw_id is not null or document is not null or run_id is not null' },
  ],
  indices: [
    {
      name: 'unit_lineage_now',
      columns: ['fromUuid', 'toUuid', 'kind', 'effectiveOn'],
      unique: true,
      where: 'recorded_to is null',
    },
    { name: 'unit_lineage_by_from', columns: ['fromUuid'] },
    { name: 'unit_lineage_by_to', columns: ['toUuid'] },
  ],
});
