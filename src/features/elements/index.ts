export { type Element, type ElementKind, elementKinds } from './element.js';
export { type Organisation, type OrganisationKind, organisationKinds } from './organisation.js';
export type {
  CountArrival,
  DutyArrival,
  ElementArrival,
  ElementIndexWriter,
  OrganisationArrival,
  Place,
  PostArrival,
  UnitReference,
} from './ports.js';
export type {
  Duty,
  DutyReadModel,
  ElementCount,
  ElementQuery,
  ElementReadModel,
  OrganisationQuery,
  OrganisationReadModel,
  PageWish,
  PeopleReadModel,
  Post,
  Rows,
  UnitCount,
} from './read-models.js';
