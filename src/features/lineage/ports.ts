import type { Rings } from '../../geometry/rings.js';
import type { Sql } from '../../kernel/sql.js';
import type { UnitRef } from '../grids/index.js';
import type { LineageStep, LineageUnit } from './lineage-step.js';

/** The common ground of two units, by their positions in the lists that were given. */
export interface CommonGround {
  readonly a: number;
  readonly b: number;
  /** Square metres, more than 0. */
  readonly areaM2: number;
}

/** What outlines have in common. All rings are on one equal-area plane in metres and have been through the ring gate. */
export interface GroundEngine {
  /** Every pair of a unit of `a` and a unit of `b` with common ground. */
  intersections(a: readonly Rings[], b: readonly Rings[]): readonly CommonGround[];
  /** Every pair of `units` that lie upon each other, `a < b`. */
  selfOverlaps(units: readonly Rings[]): readonly CommonGround[];
  /** The ground that two of the units have in common; empty where they only touch. */
  commonGround(units: readonly Rings[], a: number, b: number): Rings;
  /** The ground of all `list` together. */
  union(list: readonly Rings[]): Rings;
}

/** Lends an engine for one piece of work and takes it back with all that it remembers. */
export type GroundComparison = <Result>(work: (engine: GroundEngine) => Result) => Promise<Result>;

/** A unit that was found under a name: `place` is the position of the name in the question. */
export interface NamedUnit extends LineageUnit {
  readonly place: number;
}

/** Steps, and every unit that they name. */
export interface LineageGraph {
  readonly steps: readonly LineageStep[];
  readonly units: ReadonlyMap<string, LineageUnit>;
}

/** Reads lineage as it was known at an instant; null means now. */
export interface LineageReader {
  /** Every unit, of whatever day and generation, under each of the names. One statement. */
  unitsNamed(names: readonly UnitRef[], knownAt: Date | null): Promise<readonly NamedUnit[]>;
  /** Every step that leads on from the units, or back from them, however far. */
  graph(uuids: readonly string[], way: 'FORWARD' | 'BACK', knownAt: Date | null): Promise<LineageGraph>;
  /** The last boundary of each unit, EPSG:4326, in order; null where none was drawn. */
  boundaries(uuids: readonly string[], knownAt: Date | null): Promise<readonly (Rings | null)[]>;
}

/** A step to be written; who and what for are the same for all steps of one act. */
export type NewLineageStep = Pick<LineageStep, 'kind' | 'basis' | 'fromUuid' | 'toUuid' | 'weight' | 'inverseWeight' | 'effectiveOn'>;

/** What steps rest on, and who enters them. */
export interface LineageEvidence extends Pick<LineageStep, 'redrawUuid' | 'document' | 'subject' | 'role' | 'organisationUuid'> {
  /** The intake run that brought them; null where a person did. */
  readonly runId: string | null;
}

/** Writes lineage in the caller's transaction. */
export interface LineageWriter {
  /**
   * Adds steps; one that is believed already with the same shares is passed over, one with other shares replaces what was believed, which
   * stays readable. Answers how many were written. Throws `CONFLICT` naming the path where a unit would become its own ancestor.
   */
  add(sql: Sql, steps: readonly NewLineageStep[], evidence: LineageEvidence): Promise<number>;
}
