export type { OrganisationIdDeclarations } from './declare-organisation-id.js';
export { type Element, type ElementKind, elementKinds } from './element.js';
export type { DutyCategory, DutyMove, DutyMoves } from './move-duties.js';
export { type Organisation, type OrganisationKind, organisationKinds } from './organisation.js';
export { creditCodeScheme, type OrganisationId, type OrganisationIdArrival, type OrganisationKey } from './organisation-id.js';
export type {
  CountArrival,
  DutyArrival,
  ElementArrival,
  ElementIndexWriter,
  ElementMove,
  ElementPlaces,
  OrganisationArrival,
  Place,
  PostArrival,
  StandingElement,
  UnitReference,
} from './ports.js';
export type {
  Duty,
  DutyReadModel,
  ElementCount,
  ElementQuery,
  ElementReadModel,
  OrganisationIdReadModel,
  OrganisationQuery,
  OrganisationReadModel,
  PageWish,
  PeopleReadModel,
  Post,
  Rows,
  UnitCount,
} from './read-models.js';
