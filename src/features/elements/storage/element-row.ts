import { globalId } from '../../../kernel/ids.js';
import type { Element, ElementKind } from '../element.js';

/** The columns of an element, for `select`; the table must be named `element`. */
export const elementColumns = `element.id as uuid, element.kind, element.department, element.keeper_id as "keeperUuid",
  element.source_id as "sourceId", element.name, element.longitude, element.latitude, element.grid_id as "gridUuid",
  element.division_code as "divisionCode", element.facts, element.as_of as "asOf"`;

/** A row of {@link elementColumns}. */
export type ElementRow = Omit<Element, 'id' | 'typeName'>;

const typeNames: Readonly<Record<ElementKind, string>> = {
  BUILDING: 'Building',
  ESTATE: 'Estate',
  COMPONENT: 'Component',
  SITE: 'Site',
  ORGANISATION: 'OrganisationElement',
};

/** The record of a row, the facts of its kind beside its own fields so that a GraphQL type shows both alike. */
export function elementOf(row: ElementRow): Element {
  const typeName = typeNames[row.kind];
  return { ...row.facts, ...row, id: globalId(typeName, row.uuid), typeName };
}
