import { EntitySchema } from 'typeorm';

import type { UnitArrival } from '../ports.js';

/** The columns of a row of `unit_version`. */
export interface UnitVersionColumns extends Omit<UnitArrival, 'layerKey' | 'localId' | 'generation' | 'runId' | 'redrawUuid'> {
  readonly unitUuid: string;
  readonly recordedFrom: Date;
  /** The intake run that brought it; null where a redraw did. */
  readonly runId: string | null;
  /** The filed redraw that it rests on; null where an office's file brought it. */
  readonly redrawUuid: string | null;
  /** Null while it is held for true. */
  readonly recordedTo: Date | null;
}

/** The table `unit_version`: what was said of a unit, for which days, and from when to when the platform held it for true. */
export const unitVersionTable = new EntitySchema<UnitVersionColumns>({
  name: 'unit_version',
  columns: {
    unitUuid: { name: 'unit_id', type: 'uuid', primary: true, foreignKey: { target: 'unit', name: 'unit_version_unit_id_fkey' } },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
    recordedTo: { name: 'recorded_to', type: 'timestamptz', nullable: true },
    name: { type: 'text' },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    boundary: { type: 'jsonb', nullable: true },
    areaM2: { name: 'area_m2', type: 'double precision', nullable: true },
    households: { type: 'integer', nullable: true },
    members: { type: 'text', array: true, default: [] },
    buildings: { type: 'text', array: true, default: [] },
    asOf: { name: 'as_of', type: 'date' },
    contentHash: { name: 'content_hash', type: 'text' },
    runId: { name: 'run_id', type: 'uuid', nullable: true, foreignKey: { target: 'intake_run', name: 'unit_version_run_id_fkey' } },
    redrawUuid: {
      name: 'redraw_id',
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'redraw', name: 'unit_version_redraw_id_fkey' },
    },
  },
  checks: [{ name: 'unit_version_evidence_check', expression: 'run_id is not null or redraw_id is not null' }],
  indices: [{ name: 'unit_version_now', columns: ['unitUuid', 'validFrom'], unique: true, where: 'recorded_to is null' }],
});
