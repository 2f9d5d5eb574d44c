import { EntitySchema } from 'typeorm';

import type { ElementRow } from './element-row.js';

/** The columns of a row of `element`. */
export interface ElementColumns extends ElementRow {
  readonly countyCode: string | null;
  readonly townshipCode: string | null;
  readonly communityCode: string | null;
  readonly contentHash: string;
  /** Counts its changes from 1. */
  readonly version: number;
}

/** The table `element`: things, places and bodies that some office keeps a register of. */
export const elementTable = new EntitySchema<ElementColumns>({
  name: 'element',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    kind: { type: 'text' },
    department: { type: 'text', nullable: true },
    keeperUuid: { name: 'keeper_id', type: 'uuid', foreignKey: { target: 'organisation', name: 'element_keeper_id_fkey' } },
    sourceId: { name: 'source_id', type: 'text' },
    name: { type: 'text' },
    longitude: { type: 'double precision', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    gridUuid: { name: 'grid_id', type: 'uuid', nullable: true, foreignKey: { target: 'unit', name: 'element_grid_id_fkey' } },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    // The levels of the division, which the database fills by itself.
    countyCode: { name: 'county_code', type: 'text', nullable: true },
    townshipCode: { name: 'township_code', type: 'text', nullable: true },
    communityCode: { name: 'community_code', type: 'text', nullable: true },
    facts: { type: 'jsonb', default: {} },
    asOf: { name: 'as_of', type: 'timestamptz' },
    contentHash: { name: 'content_hash', type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'element_by_grid', columns: ['gridUuid', 'kind', 'uuid'] },
    { name: 'element_by_kind', columns: ['kind', 'uuid'] },
    { name: 'element_by_county', columns: ['countyCode', 'uuid'] },
    { name: 'element_by_township', columns: ['townshipCode', 'uuid'] },
    { name: 'element_by_community', columns: ['communityCode', 'uuid'] },
    // In the database its first part is coalesce(department, ''), which a declaration cannot say.
    { name: 'element_by_source', columns: ['kind', 'sourceId'], unique: true, synchronize: false },
  ],
});
