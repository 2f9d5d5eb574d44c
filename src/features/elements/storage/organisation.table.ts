import { EntitySchema } from 'typeorm';

import type { OrganisationRow } from './organisation-row.js';

/** The columns of a row of `organisation`. */
export interface OrganisationColumns extends OrganisationRow {
  /** Degrees, EPSG:4326. */
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** The table `organisation`: bodies with duties or presence. */
export const organisationTable = new EntitySchema<OrganisationColumns>({
  name: 'organisation',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    issuer: { type: 'text' },
    scheme: { type: 'text' },
    code: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    level: { type: 'text' },
    divisionCode: { name: 'division_code', type: 'text', nullable: true },
    parentUuid: { name: 'parent_id', type: 'uuid', nullable: true },
    department: { type: 'text', nullable: true },
    longitude: { type: 'double precision', nullable: true },
    latitude: { type: 'double precision', nullable: true },
    asOf: { name: 'as_of', type: 'timestamptz' },
  },
  uniques: [{ name: 'organisation_issuer_scheme_code_key', columns: ['issuer', 'scheme', 'code'] }],
  indices: [
    { name: 'organisation_by_code', columns: ['code'] },
    { name: 'organisation_by_division', columns: ['divisionCode', 'kind'] },
  ],
});
