import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { GridModelParts, Surroundings } from './build-grid-model.js';
import type { GridModel } from './grid-model.js';
import type { UnitVersion } from './unit-version.js';

/** A unit as it arrives from the office that keeps it. */
export interface UnitArrival {
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  /** Counts re-uses of one local id after it was retired; 1 for the first. */
  readonly generation: number;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  readonly households: number | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Coordinates of a GeoJSON MultiPolygon, EPSG:4326, already through the ring gate; null where the office draws none. */
  readonly boundary: readonly (readonly (readonly (readonly number[])[])[])[] | null;
  /** Square metres on the ellipsoid; null without a boundary. */
  readonly areaM2: number | null;
  /** Local ids of another layer's units that make it up; empty for most. */
  readonly members: readonly SourceId[];
  /** Address codes of the buildings that make it up; empty for most. */
  readonly buildings: readonly SourceId[];
  readonly asOf: CalendarDate;
  readonly contentHash: string;
  /** The intake run that brought it; null exactly where a redraw did. */
  readonly runId: string | null;
  /** The filed redraw that orders it; left out for what an office's file brings. */
  readonly redrawUuid?: string;
}

/** A unit of which something else is believed now than before. */
export interface ChangedUnit {
  readonly uuid: string;
  /** The first day of which something else is believed. */
  readonly from: CalendarDate;
}

/**
 * Writes arriving units into the city index: a changed unit closes its recorded version and opens a new one; an equal one writes nothing.
 * What a filed redraw says of a unit is not undone by an office's file that still has the old division.
 */
export interface UnitIndexWriter {
  /** Idempotent; answers the units that really changed, each once. */
  apply(sql: Sql, arrivals: readonly UnitArrival[]): Promise<readonly ChangedUnit[]>;
}

/** What a unit is compared by on the days `[validFrom, validTo)`. */
export type UnitGround = Pick<
  UnitVersion,
  'uuid' | 'layerKey' | 'localId' | 'rings' | 'buildings' | 'divisionCode' | 'validFrom' | 'validTo'
>;

/** Reads what units are compared by, of every day. */
export interface UnitGroundReader {
  /**
   * Everything believed now, of every day, past and coming; days without any are left out. Outlines are taken from `model`, of now,
   * where it has them, but for the units in `fresh`.
   */
  believed(model: GridModel, fresh: readonly string[]): Promise<readonly UnitGround[]>;
  /** Everything that was ever believed of some units. */
  everBelieved(uuids: readonly string[]): Promise<readonly UnitGround[]>;
}

/** The pair of instants that a model speaks of; null means now. */
export interface Instants {
  readonly at: CalendarDate | null;
  readonly knownAt: Date | null;
}

/** Reads what a model is built from. */
export interface GridModelReader {
  /** Everything valid `at` and recorded at `knownAt`; null while no city has been loaded. */
  read(instants: Instants): Promise<Omit<GridModelParts, 'version'> | null>;
  /** What stands around the units at those instants, its layers in order; null while no city has been loaded. */
  surroundings(instants: Instants): Promise<Surroundings | null>;
}

/** Gives the pictures of the city that requests are pinned to. */
export interface ModelSource<Model extends GridModel = GridModel> {
  /** The model of now, in memory. */
  current(): Model;
  /** The model of other instants, rebuilt from the index and kept for a while; throws `BAD_USER_INPUT` for a `knownAt` in the future. */
  at(instants: Instants): Promise<Model>;
}
