import type { DepartmentCode, DivisionCode } from '../../kernel/ids.js';

/** What an organisation is. */
export const organisationKinds = ['DEPARTMENT', 'GOVERNMENT', 'COMMITTEE', 'CENTRE', 'PARTY', 'ENTERPRISE', 'SOCIAL', 'SCHOOL'] as const;

/** One of {@link organisationKinds}. */
export type OrganisationKind = (typeof organisationKinds)[number];

/** A body with duties or presence. Its key is (issuer, scheme, code); a name never identifies it. */
export interface Organisation {
  readonly id: string;
  readonly uuid: string;
  readonly typeName: 'Organisation';
  readonly issuer: string;
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** CITY, COUNTY, TOWNSHIP, COMMUNITY or NONE. */
  readonly level: string;
  readonly divisionCode: DivisionCode | null;
  readonly parentUuid: string | null;
  /** The office it represents, where it represents one. */
  readonly department: DepartmentCode | null;
  readonly asOf: Date;
}
