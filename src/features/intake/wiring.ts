import type { DepartmentDefinition, IdRule, OwnFieldReader } from '../../departments/contract.js';
import type { OpenSession } from '../../eventlog/session.js';
import type { Clock } from '../../kernel/clock.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { Log } from '../../kernel/log.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, AuditTrail } from '../access/index.js';
import { CityImport } from './city/city-import.js';
import { officeNames } from './city/office-names.js';
import { OfficeExport } from './export/office-export.js';
import { FeedApplier, type IndexWriters } from './feed/feed-applier.js';
import { FeedFollower } from './feed/feed-follower.js';
import { type Following, type KnownStanding, KnownStandings } from './known-standings.js';
import { OfficeImport } from './office/office-import.js';
import { RegisterReader } from './office/register-reader.js';
import type { RingRepair } from './office/ring-repair.js';
import type { OfficeStandings } from './office-state.js';
import { OutboundDeliverer } from './outbound/outbound-deliverer.js';
import type { Database, MergeSteps, OfficeFront } from './ports.js';
import { InboundReader } from './push/inbound-reader.js';
import { GroundCache } from './push/row-ground.js';
import { Upserting } from './push/upserting.js';
import { allHeldRows } from './runs/all-held-rows.js';
import { HomeQuarantine, type HomeQuarantineParts } from './runs/home-quarantine.js';
import type { IntakeRuns } from './runs/intake-runs.js';
import { anyRow, type HeldRow, type Quarantine } from './runs/quarantine.js';
import { changeFeed } from './storage/change-feed.js';
import { CityRegisterStore } from './storage/city-register-store.js';
import { countRepairs } from './storage/count-repairs.js';
import { fileProgressStore } from './storage/file-progress-store.js';
import { FrontRecordReader } from './storage/front-record-reader.js';
import { FrontStore } from './storage/front-store.js';
import { hasFinishedImport } from './storage/has-finished-import.js';
import { heldRecords } from './storage/held-records.js';
import { homeRows } from './storage/home-quarantine.js';
import { IndexImportLock } from './storage/import-lock.js';
import { inboundQueue } from './storage/inbound-queue.js';
import { IntakeRunReader } from './storage/intake-run-reader.js';
import { IntakeRunStore } from './storage/intake-run-store.js';
import { OfficeStandingReader } from './storage/office-standing-reader.js';
import { outboundQueue, OwedStepStore } from './storage/outbound-steps.js';
import { OwnFieldStore } from './storage/own-field-store.js';
import { pushReceipts } from './storage/push-receipts.js';
import { QuarantineReader } from './storage/quarantine-reader.js';
import { registerRows } from './storage/register-rows.js';
import { rowGround } from './storage/row-ground.js';
import { runReports } from './storage/run-reports.js';
import { IndexRunTelling } from './storage/run-telling.js';
import { StateTeller } from './storage/states/state-teller.js';
import type { SeenState } from './storage/states/tell-states.js';

export { homeMatterStore } from './storage/home-matter-store.js';
export { outboundSteps } from './storage/outbound-steps.js';
export { tableGrants } from './storage/table-grants.js';
export { frontTables, intakeTables } from './storage/tables.js';

/** What intake is built from. */
export interface IntakeSettings {
  readonly index: Database;
  readonly fronts: readonly OfficeFront[];
  readonly writers: IndexWriters;
  readonly steps: MergeSteps;
  readonly repair: RingRepair;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two looks at a quiet feed; 1,000 when left out. */
  readonly pollMs?: number;
  /** Rows of an office's file that are taken in one transaction; 5,000 when left out. */
  readonly rowsAtOnce?: number;
}

/** Intake, built. The follower is not started. */
export interface Intake {
  readonly cityImport: CityImport;
  readonly officeImport: OfficeImport;
  readonly follower: FeedFollower;
  /** The city's own registers, for rows that come without a city pack. */
  readonly registers: RegisterReader;
  /** Carries steps of the platform back to offices; not started. */
  readonly outbound: OutboundDeliverer;
  /** Takes what offices' systems push, by the rights of whoever decides. */
  readonly upserting: (deciding: ActParts) => Upserting;
  readonly standings: OfficeStandings;
  /** The same from memory, once it has been read. */
  readonly known: KnownStandings;
  /** Tells the event log of offices’ states; not started. */
  readonly stateTeller: (open: OpenSession) => StateTeller;
  readonly runs: IntakeRuns;
  readonly quarantine: Quarantine;
  /** The refused rows of a run, whoever asks: for the report beside a dropped file. */
  readonly refusedRows: (runId: string) => AsyncIterable<readonly HeldRow[]>;
  /** Whether the first import has come to its end; one that was cut off goes on when it is begun again. */
  readonly hasFinishedImport: () => Promise<boolean>;
  /** How many units had their boundary set right when it arrived. */
  readonly repairs: () => Promise<number>;
  /** Does something while no import and no following of feeds changes the index; throws `CONFLICT` where an import is under way. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Builds intake over PostgreSQL. */
export function wireIntake(settings: IntakeSettings): Intake {
  const { index, fronts, writers, steps, clock } = settings;
  const register = new CityRegisterStore();
  const runs = new IntakeRunStore(index.sql);
  const quarantine = new QuarantineReader(index.sql);
  const lock = new IndexImportLock(index.sql, index.transaction);
  const owed = new OwedStepStore(index.sql);
  const applier = new FeedApplier({ index, owed, feed: changeFeed, writers, register, runs, clock, placer: () => steps.placer() });
  const offices = fronts.map((front) => ({ front, writer: new FrontStore(front.department, front.seal.parts) }));
  const registers = new RegisterReader({
    clock,
    sql: index.sql,
    rows: registerRows,
    elements: writers.elements,
    offices: officeNames(offices),
  });
  const taking = {
    ground: new GroundCache({ ...settings, sql: index.sql, ground: rowGround, registers, rows: registerRows }),
    held: heldRecords,
    idRules: Object.assign({}, ...fronts.map(({ department }) => department.idRules)) as Readonly<Record<string, IdRule>>,
    writerOf: ({ department }: OfficeFront) => offices.find(({ front }) => front.department === department)!.writer,
    runs,
    reports: runReports,
    telling: new IndexRunTelling(index),
    clock,
  };
  const inbound = new InboundReader({ ...taking, queue: inboundQueue });
  const follower = new FeedFollower({ ...settings, fronts, applier, lock, runs, inbound });
  const standings = new OfficeStandingReader(index.sql);
  const followed = (code: DepartmentCode): Following | null => followingOf(code, fronts, follower);
  const known = new KnownStandings(standings, followed, clock);
  const seen = (): readonly SeenState[] =>
    fronts.flatMap(({ department: { code } }) => seenOf(known.of(code), followed(code), clock) ?? []);
  const importing = { ...settings, offices, register, runs, lock, feed: changeFeed, applier };
  return {
    cityImport: new CityImport(importing),
    officeImport: new OfficeImport({ ...importing, registers, rows: registerRows, progress: fileProgressStore }),
    follower,
    registers,
    outbound: new OutboundDeliverer({ ...settings, fronts, owed, queue: outboundQueue }),
    upserting: (deciding) =>
      new Upserting({ ...deciding, ...taking, fronts, receipts: pushReceipts, lock, hint: (key) => follower.hint(key) }),
    standings,
    known,
    stateTeller: (open) => new StateTeller({ open, log: settings.log, seen }),
    runs: new IntakeRunReader(index.sql),
    quarantine,
    refusedRows: (runId) => allHeldRows(quarantine, { ...anyRow, runId }),
    hasFinishedImport: () => hasFinishedImport(index.sql),
    repairs: () => countRepairs(index.sql),
    alone: (work) => lock.hold(null, work),
  };
}

function followingOf(code: DepartmentCode, fronts: readonly OfficeFront[], follower: FeedFollower): Following | null {
  const front = fronts.find(({ department }) => department.code === code);
  const state = front && follower.stateOf(front.department.key);
  return front && state ? { caughtUpAt: state.caughtUpAt, failingSince: state.failingSince ?? front.awaySince() } : null;
}

/** Nothing is seen of an office that this process has not looked at yet: the process before it may know better. */
function seenOf(standing: KnownStanding | null, following: Following | null, clock: Clock): SeenState | null {
  if (standing === null || following === null || (following.caughtUpAt === null && following.failingSince === null)) return null;
  return { ...standing, since: following.failingSince ?? clock.now() };
}

/** The refused rows that offices keep at home; `fronts` are their databases. */
export function wireHomeQuarantine(parts: Omit<HomeQuarantineParts, 'rows'>): HomeQuarantine {
  return new HomeQuarantine({ ...parts, rows: homeRows });
}

/** What exports stand on. */
export interface ExportNeeds {
  readonly index: Sql;
  readonly fronts: readonly Pick<OfficeFront, 'department' | 'transaction'>[];
  readonly audit: AuditTrail;
}

/** Builds what writes the records of offices as files. */
export function wireOfficeExport({ index, fronts, audit }: ExportNeeds): OfficeExport {
  const offices = new Map(
    fronts.map((front) => [front.department.key, { department: front.department, reader: new FrontRecordReader(front.department, front) }]),
  );
  return new OfficeExport({ offices, index, rows: registerRows, audit });
}

/** The reader of an office's own fields, over its front database. */
export function ownFieldReader(department: DepartmentDefinition, front: Sql): OwnFieldReader {
  return new OwnFieldStore(department, front);
}
