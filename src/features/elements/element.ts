import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';

/** The kinds of things, places and bodies that some office keeps a register of; never natural persons. */
export const elementKinds = ['BUILDING', 'ESTATE', 'COMPONENT', 'SITE', 'ORGANISATION'] as const;

/** One of {@link elementKinds}. */
export type ElementKind = (typeof elementKinds)[number];

/** An element as the city index holds it. */
export interface Element {
  readonly id: string;
  readonly uuid: string;
  readonly typeName: string;
  readonly kind: ElementKind;
  readonly department: DepartmentCode | null;
  readonly keeperUuid: string;
  readonly sourceId: SourceId;
  readonly name: string;
  /** Degrees, EPSG:4326; null where the keeper gives no place. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** The all-elements grid it stands in, by uuid. */
  readonly gridUuid: string | null;
  readonly divisionCode: DivisionCode | null;
  /** The facts of its kind, by the camelCase names of the GraphQL type that shows it. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly asOf: Date;
}
