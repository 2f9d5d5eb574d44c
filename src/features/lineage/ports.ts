import type { Rings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { Sql } from '../../kernel/sql.js';
import type { UnitRef } from '../grids/index.js';
import type { LineageStep, LineageUnit } from './lineage-step.js';
import type { DeclaredFaults, GroundFault, Redraw, RedrawAct, RedrawNotice, RedrawState, RedrawUnit } from './redraw.js';
import type { EndingUnit } from './redraw-unit.js';

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
  /** Every step that leads on from the units, or back from them, however far; forward also those by which a unit on the way took ground in. */
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

/** A layer as it is believed to stand on a day. */
export interface LayerState {
  /** By local id. */
  readonly inForce: ReadonlyMap<SourceId, EndingUnit>;
  /** Local ids that are said to begin or to change after the day. */
  readonly changedLater: ReadonlySet<SourceId>;
  /** The newest generation of every local id that was ever used. */
  readonly generations: ReadonlyMap<SourceId, number>;
  /** The day of the layer's last filed redraw; null before the first. */
  readonly lastFiled: CalendarDate | null;
}

/** A body that acts in the procedure. */
export interface ActingBody {
  readonly uuid: string;
  readonly name: string;
  /** CITY, COUNTY, TOWNSHIP, COMMUNITY or NONE. */
  readonly level: string;
  readonly divisionCode: DivisionCode | null;
}

/** A redraw as it is proposed. */
export interface NewRedraw {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  readonly effectiveFrom: CalendarDate;
  readonly declared: DeclaredFaults;
  readonly findings: readonly GroundFault[];
  readonly ends: readonly RedrawUnit[];
  readonly begins: readonly RedrawUnit[];
  readonly act: RedrawAct;
}

/** Which redraws are wanted, newest first. */
export interface RedrawQuery {
  readonly state: RedrawState | null;
  readonly layerKey: LayerKey | null;
  readonly first: number;
  /** The last one of the page before. */
  readonly after: { readonly proposedAt: string; readonly uuid: string } | null;
}

/** Keeps redraws in the city index; what changes something takes the caller's transaction. */
export interface RedrawStore {
  /** Lets one redraw of a layer at a time be judged and written, to the end of the transaction. */
  lock(sql: Sql, layerKey: LayerKey): Promise<void>;
  layerState(sql: Sql, layerKey: LayerKey, day: CalendarDate): Promise<LayerState>;
  body(sql: Sql, organisationUuid: string): Promise<ActingBody>;
  propose(sql: Sql, redraw: NewRedraw): Promise<void>;
  /** The redraw, its row locked; null where there is none. */
  held(sql: Sql, uuid: string): Promise<Redraw | null>;
  /** Writes a step and the state and version that it leads to. */
  advance(sql: Sql, uuid: string, to: RedrawState, act: RedrawAct): Promise<void>;
  /** Names the units that a redraw has begun; before it is filed, since nothing of it changes afterwards. */
  nameUnits(sql: Sql, uuid: string, units: readonly { readonly localId: SourceId; readonly uuid: string }[]): Promise<void>;
  notify(sql: Sql, uuid: string, departments: readonly DepartmentCode[], at: Date): Promise<void>;
  /** Notes that an office has taken note; answers false where it was never told. */
  acknowledge(sql: Sql, uuid: string, notice: Pick<RedrawNotice, 'department' | 'acknowledgedAt' | 'acknowledgedBy'>): Promise<boolean>;
}

/** Reads redraws. */
export interface RedrawReader {
  byUuid(uuid: string): Promise<Redraw | null>;
  page(query: RedrawQuery): Promise<{ readonly redraws: readonly Redraw[]; readonly hasMore: boolean }>;
  count(query: Pick<RedrawQuery, 'state' | 'layerKey'>): Promise<number>;
}

/** Tells the log what a redraw does, in the transaction that does it. */
export interface RedrawEvents {
  notified(sql: Sql, redraw: Redraw, departments: readonly DepartmentCode[], at: Date): Promise<void>;
  filed(sql: Sql, redraw: Redraw, retired: readonly RetiredUnit[], at: Date): Promise<void>;
}

/** A unit that a redraw ends, and what takes its place. */
export interface RetiredUnit {
  readonly unit: EndingUnit;
  readonly department: DepartmentCode | null;
  readonly successors: readonly { readonly localId: SourceId; readonly uuid: string; readonly weight: number }[];
}
