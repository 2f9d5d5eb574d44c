// Longer than other files, since it is one list: every port of intake with the records that pass through it, and no code.
import type { DepartmentDefinition } from '../../departments/contract.js';
import type { Box } from '../../geometry/box.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { SealedParts, Sealer } from '../access/index.js';
import type { Division } from '../divisions/index.js';
import type { OrganisationArrival } from '../elements/index.js';
import type { ChangedUnit, HeldLayer, UnitArrival } from '../grids/index.js';
import type { Placement } from '../matters/index.js';
import type { CityFacts } from './city/city-register.js';
import type { DivisionListing } from './city/division-changes.js';
import type { Manifest } from './city-pack/manifest.js';
import type {
  CategoryRecord,
  CountRecord,
  ElementRecord,
  MatterRecord,
  PostRecord,
  Provenance,
  StampedProvenance,
  UnitRecord,
} from './records.js';
import type { QuarantinedRow } from './rows/refusal.js';
import type { TableRead } from './rows/table-read.js';
import type { BoundaryRepair } from './runs/boundary-repair.js';
import type { RunFinding } from './runs/run-finding.js';

/** The kinds of change that an office's feed carries, in the order in which they are applied. */
export const feedKinds = ['UNIT', 'ELEMENT', 'COUNT', 'POST', 'MATTER'] as const;

/** One of {@link feedKinds}. */
export type FeedKind = (typeof feedKinds)[number];

/** A database and the two ways to ask it. */
export interface Database {
  readonly sql: Sql;
  readonly transaction: InTransaction;
}

/** One office's front database. */
export interface OfficeFront extends Database {
  readonly department: DepartmentDefinition;
  /** For the follower's looks at the feed: cut off where the office hangs, and told to whoever guards the office's other readers. */
  readonly looks: Sql;
  /** Since when callers are kept from it, so that they do not wait for it; null while they are not. */
  readonly awaySince: () => Date | null;
  /** Seals under the office's keys, and keeps what it sealed. */
  readonly seal: { readonly sealer: Sealer; readonly parts: SealedParts };
}

/** What is written on every record that a run changes. */
export interface RunStamp {
  readonly runId: string;
  /** The city's own day. */
  readonly today: CalendarDate;
  readonly now: Date;
}

/**
 * Writes accepted records into one office's front database, with a feed row for each record that really changed.
 * Every method takes the transaction of the office's import and answers how many records changed.
 */
export interface FrontWriter {
  /** Units of one layer, at most one of each local id. */
  writeUnits(sql: Sql, units: readonly UnitRecord[], stamp: RunStamp): Promise<number>;
  /** Ends, as of today, the units of a layer that a complete file no longer lists. */
  retireUnits(sql: Sql, layerKey: LayerKey, listed: readonly SourceId[], stamp: RunStamp): Promise<number>;
  writeElements(sql: Sql, elements: readonly ElementRecord[], stamp: RunStamp): Promise<number>;
  writeCounts(sql: Sql, counts: readonly CountRecord[], stamp: RunStamp): Promise<number>;
  writePosts(sql: Sql, posts: readonly PostRecord[], stamp: RunStamp): Promise<number>;
  /**
   * A matter that stays home is stored and gets no feed row, except once, when it could leave until now: to take it back. Its sealed
   * part is encrypted before it is written. Answers how many changed that the index hears of.
   */
  writeMatters(sql: Sql, matters: readonly MatterRecord[], stamp: RunStamp): Promise<number>;
  /** Lets known matters stay home from now on, whatever else is held of them, until a row lets them out again. */
  keepHome(sql: Sql, localIds: readonly SourceId[], stamp: RunStamp): Promise<number>;
  /** Keeps the refused rows of a file of which nobody but the office may hear, without their values; clears what earlier runs kept of it. */
  quarantineAtHome(sql: Sql, refused: { readonly file: string; readonly rows: readonly QuarantinedRow[] }, stamp: RunStamp): Promise<void>;
  /** Those records that their office stamped older than what is held of them; records without a stamp are never older. */
  older<Kind extends keyof StampedRecords>(
    sql: Sql,
    kind: Kind,
    records: readonly StampedRecords[Kind][],
  ): Promise<ReadonlySet<StampedRecords[Kind]>>;
  /** The boundaries of a layer's units that have not ended, by local id; null where none is drawn. */
  groundHeld(sql: Sql, layerKey: LayerKey): Promise<ReadonlyMap<SourceId, UnitRecord['boundary']>>;
  /** The local ids of every unit that the office keeps, by layer. */
  unitIds(sql: Sql): Promise<ReadonlyMap<LayerKey, ReadonlySet<SourceId>>>;
  /** Lets the planner know how much there is now; worth it after many changes. */
  refreshStatistics(sql: Sql): Promise<void>;
  /** Puts every record that an earlier run brought into the feed anew, for an index that has never seen it. */
  feedAnew(sql: Sql, stamp: RunStamp): Promise<void>;
}

/** A unit as the feed hands it on. */
export interface StoredUnit extends Omit<UnitRecord, 'own' | 'asOf' | keyof StampedProvenance> {
  readonly generation: number;
  readonly asOf: CalendarDate;
  readonly runId: string;
}
/** An element as the feed hands it on. */
export interface StoredElement extends Omit<ElementRecord, 'asOf' | keyof StampedProvenance> {
  readonly asOf: Date;
}
/** A matter as the feed hands it on: without its text, and never one that stays home. */
export type StoredMatter = Omit<MatterRecord, 'text' | 'sealedPart' | 'own' | 'staysHome' | keyof StampedProvenance>;
/** A count as the feed hands it on. */
export type StoredCount = Omit<CountRecord, keyof Provenance>;
/** A post as the feed hands it on. */
export type StoredPost = Omit<PostRecord, keyof Provenance>;

/** How far a table of a file has been taken: some rows; all, while others of its file wait; the whole file, which is the last word. */
export const progressStates = ['UNDER_WAY', 'TAKEN', 'SETTLED'] as const;

/** What a run has come to so far; `accepted + quarantined` are the rows read. */
export interface RunTotals {
  readonly accepted: number;
  readonly quarantined: number;
  /** Accepted rows that were older than what is held, and so changed nothing. */
  readonly older: number;
  readonly repaired: number;
  readonly findings: number;
  /** Records that changed. */
  readonly changed: number;
}

/** How far one table of a file has been taken into a front database, and what its run had come to by then. */
export interface FileProgress {
  readonly runId: string;
  readonly state: (typeof progressStates)[number];
  /** Rows of the table in their order, accepted or not. */
  readonly rowsTaken: number;
  readonly totals: RunTotals;
}

/** Keeps how far files have been taken, in the transaction that takes them. */
export interface ProgressBook {
  /** Null where nothing is known, or other files have changed records of its kind since. */
  find(sql: Sql, fileKey: string): Promise<FileProgress | null>;
  note(sql: Sql, about: { readonly fileKey: string; readonly kind: FeedKind }, progress: FileProgress): Promise<void>;
  /** Says of all tables of a run that they are the last word. */
  settle(sql: Sql, runId: string): Promise<void>;
  forget(sql: Sql, runId: string): Promise<void>;
}

/** The kinds of records that an office may stamp with the time of their last change, and their records. */
export interface StampedRecords {
  readonly UNIT: UnitRecord;
  readonly ELEMENT: ElementRecord;
  readonly MATTER: MatterRecord;
}

/** The record that each kind of feed row stands for. */
export interface FedRecords {
  readonly UNIT: StoredUnit;
  readonly ELEMENT: StoredElement;
  readonly COUNT: StoredCount;
  readonly POST: StoredPost;
  readonly MATTER: StoredMatter;
}

/** The key of a record in its front database, as texts in the order of the table's key. */
export type RecordKey = readonly string[];

/** Some rows of a feed, oldest first, and the records that they speak of as these are now, each once. */
export interface FeedBatch<Kind extends FeedKind> {
  readonly ids: readonly string[];
  readonly records: readonly FedRecords[Kind][];
  /** The keys of rows whose record may not leave (any more): of a matter, its local id. */
  readonly withdrawn: readonly RecordKey[];
}

/** Rows of one kind that wait in a feed. */
export interface WaitingRows {
  readonly rows: number;
  /** The age of the oldest, told by the front database's own clock, which may be hours off ours; 0 or more. */
  readonly oldestSeconds: number;
}

/** The queue of changes of a front database: one reader at a time, acknowledged row by row. */
export interface ChangeFeed {
  /** Takes the oldest rows of a kind; the reader's lock is held to the end of the transaction. */
  take<Kind extends FeedKind>(sql: Sql, kind: Kind, limit: number): Promise<FeedBatch<Kind>>;
  /** Removes rows that the index holds for good. */
  acknowledge(sql: Sql, ids: readonly string[]): Promise<void>;
  /** What waits, by kind; empty when nothing does. */
  waiting(sql: Sql): Promise<ReadonlyMap<FeedKind, WaitingRows>>;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: 'DONE' | 'FAILED';
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly older: number;
  readonly repaired: number;
  readonly findings: number;
  readonly message: string | null;
}

/** One run as what it keeps is marked with; the department is null for the city's own files. */
export interface RunMark {
  readonly id: string;
  readonly department: DepartmentCode | null;
  readonly at: Date;
}

/** The file of an office that a run read. */
export interface RunFile {
  readonly name: string;
  /** Of the file as it lay there, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  /** Null where the format has no choice. */
  readonly encoding: string | null;
}

/** The register of runs, of refused rows and of how far each office has been applied. */
export interface RunRegister {
  /** Opens a run; one that was cut off goes on under its old id. */
  open(run: {
    readonly id: string;
    readonly department: DepartmentCode | null;
    readonly pack: string;
    readonly file: RunFile | null;
    readonly startedAt: Date;
  }): Promise<void>;
  quarantine(run: RunMark, rows: readonly QuarantinedRow[]): Promise<void>;
  /** Whether refused rows of earlier runs of the same office are open that have a record key. */
  hasOpenKeys(run: RunMark): Promise<boolean>;
  /**
   * Marks the open rows of earlier runs of the same office that this run clears: those of a table that it has read, up to where reading
   * broke off, and those of a record that it has accepted. They stay open until it is closed as done; a run that fails clears nothing.
   */
  markCleared(run: RunMark, by: { readonly keys: readonly string[]; readonly tables: readonly TableRead[] }): Promise<void>;
  /** Keeps which boundaries a run set right. */
  noteRepairs(run: RunMark, repairs: readonly BoundaryRepair[]): Promise<void>;
  /** Keeps what a run found odd. */
  noteFindings(run: RunMark, findings: readonly RunFinding[]): Promise<void>;
  /** Forgets the refused rows, repairs, findings and clearings of a run beyond those that it had `begun` with: its transaction is tried again, or was cut off. */
  forgetBeyond(runId: string, begun: RunTotals): Promise<void>;
  /** Forgets what earlier refused rows of an office show, and the key of their matter, where that is one of `values`, without blanks around it. */
  forgetValues(department: DepartmentCode, values: readonly string[]): Promise<void>;
  /** Closes a run. What a failed one refused was never open: it wrote nothing, and what earlier runs refused of the same rows still stands. */
  close(runId: string, end: RunEnd, endedAt: Date): Promise<void>;
  /** Marks runs that no living process works on any more as failed: those of an office, or all under the city's lock; call it under the lock. */
  failAbandoned(who: ImportHolder, at: Date): Promise<void>;
  /** Whether the index holds anything of an office. */
  hasApplied(department: DepartmentCode): Promise<boolean>;
  /** Notes inside the index transaction that rows of an office were applied. */
  noteApplied(sql: Sql, department: DepartmentCode, applied: { readonly rows: number; readonly at: Date }): Promise<void>;
  /** Notes that the index holds everything the office's front database held at `asOf`. */
  noteCaughtUp(department: DepartmentCode, asOf: Date): Promise<void>;
}

/** The city as the index knows it. */
export interface KnownCity {
  readonly code: DivisionCode;
  readonly shiftDays: number;
}

/** A unit of the city's own layer as the index holds it now. */
export interface CurrentUnit {
  readonly generation: number;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** What a matter is called by where its own title is sealed. */
export interface MatterWords {
  readonly category: string | null;
  readonly division: string | null;
}

/** Writes the city's own registers straight into the index, in the caller's transaction. */
export interface CityRegisterWriter {
  knownCity(sql: Sql): Promise<KnownCity | null>;
  writeCity(sql: Sql, city: Manifest['city'], shiftDays: number): Promise<void>;
  /** Records a listing of divisions; answers how many changed. */
  writeDivisions(sql: Sql, listing: DivisionListing, stamp: RunStamp): Promise<number>;
  writeCategories(sql: Sql, categories: readonly CategoryRecord[]): Promise<void>;
  /** Records the layers of a pack; answers how many changed. */
  writeLayers(sql: Sql, layers: readonly HeldLayer[], stamp: RunStamp): Promise<number>;
  /** The newest generation of each unit of a layer. */
  currentUnits(sql: Sql, layerKey: LayerKey): Promise<ReadonlyMap<SourceId, CurrentUnit>>;
  /** The versions of some units that are believed now, as they would arrive. */
  unitsAsHeld(sql: Sql, layerKey: LayerKey, localIds: readonly SourceId[]): Promise<readonly UnitArrival[]>;
  /** The bounds of the city. */
  bounds(sql: Sql): Promise<Box>;
  /** The names of categories and divisions of matters, in order. */
  wordsOf(
    sql: Sql,
    matters: readonly Pick<StoredMatter, 'standard' | 'categoryKind' | 'categoryCode' | 'divisionCode'>[],
  ): Promise<readonly MatterWords[]>;
}

/** Who imports: one office, or the whole city (null). */
export type ImportHolder = DepartmentCode | null;

/** Lets one import of the city, or one of each office, run at a time over all processes; offices never wait for each other. */
export interface ImportLock {
  /** Throws `CONFLICT` at once where another import of the same office, or of the city, is under way; the city's is alone with itself. */
  hold<Result>(who: ImportHolder, work: () => Promise<Result>): Promise<Result>;
  /** Whether an office's import (or, for the city, anybody's) is under way in any process; the city's is one of every office. */
  isHeld(who: ImportHolder): Promise<boolean>;
}

/** A unit as the index holds it, for other layers to be held against. */
export type HeldUnit = Pick<UnitRecord, 'localId' | 'validFrom' | 'validTo' | 'asOf' | 'boundary'>;

/** The city's own registers as the index holds them now. */
export interface RegisterRows {
  /** Null while no city has been loaded. */
  city(sql: Sql): Promise<CityFacts | null>;
  /** All periods that are believed now. */
  divisions(sql: Sql): Promise<readonly Division[]>;
  categories(sql: Sql): Promise<readonly CategoryRecord[]>;
  organisations(sql: Sql): Promise<readonly OrganisationArrival[]>;
  /** The layers of all offices and the city's own, in their order. */
  layers(sql: Sql): Promise<readonly HeldLayer[]>;
  /** The units of a layer that stand on a day. */
  unitsOn(sql: Sql, layerKey: LayerKey, day: CalendarDate): Promise<readonly HeldUnit[]>;
}

/** Where a point lies in the city of now. */
export interface PlaceFound {
  readonly gridUuid: string | null;
  readonly divisionCode: DivisionCode | null;
  /** Every unit that holds the point, the all-elements grid included. */
  readonly unitUuids: readonly string[];
}

/** Finds places on one picture of the city. */
export interface Placer {
  place(point: { readonly longitude: number; readonly latitude: number }): PlaceFound;
  unit(layerKey: LayerKey, localId: SourceId): { readonly uuid: string; readonly divisionCode: DivisionCode | null } | null;
  /** The units that a unit's links lead to, each with its weight, and the all-elements grid that most of it lies in. */
  viaLinks(unitUuid: string): { readonly placements: readonly Placement[]; readonly gridUuid: string | null };
}

/** What one round of the merge changed in the index. */
export interface Changes {
  /** Records that really changed, of every kind. */
  readonly records: number;
  readonly units: readonly ChangedUnit[];
  /** Buildings that came, moved or were counted anew. */
  readonly buildings: number;
  readonly divisions: number;
}

/** What the platform does around the merge. */
export interface MergeSteps {
  /** Runs when all waiting units are in the index and before anything is placed on them: the new picture of the ground. */
  afterUnits(changes: Changes): Promise<void>;
  /**
   * Runs when all waiting elements are in the index too and before matters are placed: the crosswalk, which counts shared buildings.
   * `changes` are those of this round; none does not mean that nothing is to be done, as an earlier round may have been cut off.
   */
  afterElements(changes: Changes): Promise<void>;
  /** The picture of the city that things are placed on, after the newest {@link afterUnits}. */
  placer(): Placer;
}
