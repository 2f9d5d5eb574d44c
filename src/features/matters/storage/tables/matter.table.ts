import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../../database/one-of.js';
import type { MatterRow } from '../reading/matter-row.js';

/** The columns of a row of `matter`. */
export interface MatterColumns extends MatterRow {
  readonly countyCode: string | null;
  readonly townshipCode: string | null;
  readonly communityCode: string | null;
  readonly asOf: Date;
  readonly contentHash: string;
}

/** The table `matter`: what all offices have in hand, without anything sealed. */
export const matterTable = new EntitySchema<MatterColumns>({
  name: 'matter',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    department: { type: 'text', nullable: true },
    localId: { name: 'local_id', type: 'text' },
    bornIn: { name: 'born_in', type: 'text' },
    source: { type: 'text' },
    title: { type: 'text' },
    standard: { type: 'text', nullable: true },
    categoryKind: { name: 'category_kind', type: 'text', nullable: true },
    categoryCode: { name: 'category_code', type: 'text', nullable: true },
    state: { type: 'text' },
    officeState: { name: 'office_state', type: 'text', nullable: true },
    keeperUuid: { name: 'keeper_id', type: 'uuid', foreignKey: { target: 'organisation', name: 'matter_keeper_id_fkey' } },
    // Written in the transaction that looked the organisation up; it is the LEAD of `matter_assignment`, repeated for pages and groups.
    leadUuid: { name: 'lead_id', type: 'uuid', nullable: true },
    sealed: { type: 'boolean', default: false },
    longitude: { type: 'double precision', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    // The levels of the division, which the database fills by itself.
    countyCode: { name: 'county_code', type: 'text', nullable: true },
    townshipCode: { name: 'township_code', type: 'text', nullable: true },
    communityCode: { name: 'community_code', type: 'text', nullable: true },
    gridUuid: { name: 'grid_id', type: 'uuid', nullable: true, foreignKey: { target: 'unit', name: 'matter_grid_id_fkey' } },
    unitUuid: { name: 'unit_id', type: 'uuid', nullable: true, foreignKey: { target: 'unit', name: 'matter_unit_id_fkey' } },
    reportedAt: { name: 'reported_at', type: 'timestamptz' },
    dueAt: { name: 'due_at', type: 'timestamptz', nullable: true },
    yellowAt: { name: 'yellow_at', type: 'timestamptz', nullable: true },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
    version: { type: 'integer' },
    asOf: { name: 'as_of', type: 'timestamptz' },
    contentHash: { name: 'content_hash', type: 'text' },
    reportedTransition: { name: 'reported_transition', type: 'jsonb', nullable: true },
  },
  checks: [{ name: 'matter_born_in_check', expression: oneOf('born_in', ['OFFICE', 'PLATFORM']) }],
  indices: [
    // Newest first in the database, which a declaration cannot say.
    { name: 'matter_newest', columns: ['reportedAt', 'uuid'] },
    { name: 'matter_open_newest', columns: ['reportedAt', 'uuid'], where: 'closed_at is null' },
    { name: 'matter_open_by_due', columns: ['dueAt', 'uuid', 'yellowAt'], where: 'closed_at is null and due_at is not null' },
    { name: 'matter_open_by_yellow', columns: ['yellowAt'], where: 'closed_at is null and yellow_at is not null' },
    // In the database it carries the columns that open matters are counted by, which a declaration cannot say.
    { name: 'matter_open_counted', columns: ['divisionCode'], where: 'closed_at is null', synchronize: false },
    { name: 'matter_by_grid', columns: ['gridUuid', 'reportedAt', 'uuid'] },
    { name: 'matter_by_division', columns: ['divisionCode', 'reportedAt', 'uuid'] },
    { name: 'matter_by_county', columns: ['countyCode', 'reportedAt', 'uuid'] },
    { name: 'matter_by_township', columns: ['townshipCode', 'reportedAt', 'uuid'] },
    { name: 'matter_by_community', columns: ['communityCode', 'reportedAt', 'uuid'] },
    { name: 'matter_by_department', columns: ['department', 'reportedAt', 'uuid'] },
    { name: 'matter_by_lead', columns: ['leadUuid', 'reportedAt', 'uuid'] },
    // In the database their first part is the deadline, or the closing, with infinity for none, as pages are ordered by it.
    { name: 'matter_by_due', columns: ['uuid'], synchronize: false },
    { name: 'matter_by_closed', columns: ['uuid'], synchronize: false },
    // In the database it is a GiST index of the points themselves, which a declaration cannot say.
    { name: 'matter_by_point', columns: ['longitude', 'latitude'], where: 'longitude is not null', synchronize: false },
    // In the database its first part is coalesce(department, ''), which a declaration cannot say.
    { name: 'matter_by_source', columns: ['localId'], unique: true, synchronize: false },
  ],
});
