import type { DepartmentCode, DivisionCode, SourceId } from './ids.js';

/** The classes of data that are read by right and grant; everything else is open to every principal. */
export const dataClasses = ['MATTERS', 'ELEMENTS', 'COUNTS', 'POSTS', 'OWN_FIELDS', 'INTAKE'] as const;

/** One of {@link dataClasses}. */
export type DataClass = (typeof dataClasses)[number];

/** Whose data it is: an office's code, or {@link cityOwner} for what no office keeps. */
export type Owner = DepartmentCode;

/** The owner of what was born on the platform and belongs to no office. */
export const cityOwner: Owner = 'CITY';

/** Whose rows of one class may be read. */
export interface Reading {
  /** The owners whose rows are seen; null for every owner. */
  readonly owners: readonly Owner[] | null;
  /** Those of them whose rows come under a conditional grant: whoever reads them leaves a line in the audit log. */
  readonly conditional: readonly Owner[];
}

/** The ground that a principal acts on, by the levels of divisions; what lies in any of them is within. */
export interface Jurisdiction {
  readonly counties: readonly DivisionCode[];
  readonly townships: readonly DivisionCode[];
  readonly communities: readonly DivisionCode[];
}

/**
 * What one request may see, worked out once from principal, grants and purpose, and asked by every read: of tables, of the city model, of a
 * front database and of a live stream alike. What lies outside is answered exactly like what does not exist.
 */
export interface Scope {
  /** Null for the whole city, what lies nowhere included. */
  readonly jurisdiction: Jurisdiction | null;
  /** Uuids of the all-elements grids that it is confined to; null for all within the jurisdiction. */
  readonly gridUuids: readonly string[] | null;
  readonly readings: Readonly<Record<DataClass, Reading>>;
  /** Code of the organisation whose assigned matters are seen whoever keeps them and wherever they lie; null for none. */
  readonly organisation: SourceId | null;
  /** The offices whose sealed matters are not shown, in whoever's hands they are. */
  readonly sealedHidden: readonly DepartmentCode[];
  /** Equal keys see equal rows: what cursors are bound to and shared work is told apart by. */
  readonly key: string;
}
