import type { NestedRings } from '../../../geometry/rings.js';

/** What one cell says, before it is given the form of a file. */
export type Said = string | number | boolean | null;

/** One record as a row of a file: what its fields say, and where it lies. */
export interface SaidRow {
  readonly fields: Readonly<Record<string, Said>>;
  /** Coordinates of a GeoJSON MultiPolygon or of a Point, EPSG:4326; null where none is known. */
  readonly ground: { readonly rings: NestedRings } | { readonly point: readonly [longitude: number, latitude: number] } | null;
}
