// Longer than other files, since it is one list: everything that is built, in the order in which it is built, of what.
import { join } from 'node:path';

import { contentsOf } from './composing/city-contents.js';
import { schemaOf } from './composing/city-schema.js';
import { auditSettings } from './composing/open-audit-keeping.js';
import { sixOffices } from './composing/six-offices.js';
import { typesOf } from './composing/types-of-offices.js';
import { type Config } from './config/config.js';
import { cursorSecretOf } from './config/cursor-secret.js';
import { sealingKeysOf } from './config/sealing-keys.js';
import { openCityDatabases } from './database/city-databases.js';
import { type StatementObserver } from './database/observed-client.js';
import { guardSources } from './database/source-guard/guard-sources.js';
import { type DepartmentDefinition, type IdRule } from './departments/contract.js';
import { PostgresEventLog } from './eventlog/postgres-event-log.js';
import { Sequencer } from './eventlog/sequencer.js';
import { sessionsAt } from './eventlog/session.js';
import {
  type Agreements,
  AnswerAudit,
  type Ground,
  openCredentials,
  rightsDecide,
  SealedMasking,
  SealedReading,
  SealedSweeper,
  sealingOffices,
} from './features/access/index.js';
import { wireAccess, wireAuditKeeping, wireKeys, wirePins, wireSeals, wireSharing } from './features/access/wiring.js';
import { catalogueWriter, wireCatalogue } from './features/catalogue/wiring.js';
import { categoryLinkWriter, categorySources, wireCategories } from './features/categories/wiring.js';
import { clockWriter, readCalendar, wireClocks } from './features/clocks/wiring.js';
import { type CityModel, openGeosOverlayEngine } from './features/crosswalk/index.js';
import { wireCrosswalk } from './features/crosswalk/wiring.js';
import { wireDeliberation } from './features/deliberation/wiring.js';
import { renewDivisionPaths } from './features/divisions/wiring.js';
import { dutyReader, wireElements, wireOrganisationDeclarations } from './features/elements/wiring.js';
import { unitGroundReader, unitIndexWriter, wireGrids } from './features/grids/wiring.js';
import { mergeOnModel } from './features/intake/index.js';
import {
  homeMatterStore,
  outboundSteps,
  ownFieldReader,
  wireHomeQuarantine,
  wireIntake,
  wireOfficeExport,
} from './features/intake/wiring.js';
import { type GroundComparison } from './features/lineage/index.js';
import { lineageWriter, wireLineage, wireRedrawing } from './features/lineage/wiring.js';
import { wireLive } from './features/live/wiring.js';
import { feedJudge, toldClocks, wireLoop } from './features/loop/wiring.js';
import { matterSight, wireMatters, wirePlacing } from './features/matters/wiring.js';
import { wireStatistics } from './features/statistics/wiring.js';
import { pinnableDocuments } from './gateway/documents/pinnable-documents.js';
import { PageCursors } from './graphql/page-cursors.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { type CalendarDate } from './kernel/dates.js';
import { type Log } from './kernel/log.js';
import { recomputeCrosswalk } from './recompute-crosswalk.js';

/** What a platform is composed of. */
export interface Composition {
  readonly config: Config;
  readonly log: Log;
  /** The city's offices; {@link sixOffices} when left out. */
  readonly offices?: readonly DepartmentDefinition[];
  readonly clock?: Clock;
  /** Hears of every SQL statement. */
  readonly observe?: StatementObserver;
}

/** A composed platform: databases open, nothing listening yet. */
export type Platform = Awaited<ReturnType<typeof compose>>;

/** Opens the databases, builds every feature over them and assembles the schema. The only place that sees everything. */
export async function compose({ config, log, offices = sixOffices, clock = systemClock, observe }: Composition) {
  const seals = wireSeals(
    await sealingKeysOf(
      config,
      offices.map(({ key }) => key),
    ),
    config.sealingSuite,
  );
  const databases = await openCityDatabases({ config, log, clock, ...contentsOf(offices), ...(observe ? { observe } : {}) });
  const { index, fronts } = databases;
  const guards = guardSources(fronts, { clock, timeoutMs: config.sourceTimeoutMs });
  const grids = wireGrids(
    index.sql,
    typesOf(offices, (office) => office.gridType),
    clock,
  );
  const elements = wireElements(index.sql, index.transaction);
  const clocks = wireClocks(index.sql);
  const engine = await openGeosOverlayEngine();
  const access = wireAccess(index.sql, clock, { log, graceSeconds: config.audit.graceSeconds });
  const authority = rightsDecide((): Ground => groundOf(crosswalk.models.current()));
  const deciding = { ...access, authority, inTransaction: index.transaction, findOrganisation: elements.findOrganisation, clock };
  const officeCodes = offices.map(({ code }) => code);
  const sealingCodes = offices.filter(({ sealsMatters }) => sealsMatters).map(({ code }) => code);
  const sharing = wireSharing({ ...deciding, sql: index.sql, offices: officeCodes });
  const lineage = wireLineage({ sql: index.sql, ground: onGeos });
  const crosswalk = wireCrosswalk({
    ...deciding,
    sql: index.sql,
    grids,
    ground: unitGroundReader(index.sql),
    buildings: elements.countedBuildings,
    dutyGround: elements.dutyGround,
    successions: lineage.successions,
    log,
    modelFolder: join(config.dataDir, 'city-model'),
  });
  const { models } = crosswalk;
  const steps = mergeOnModel(crosswalk);
  const units = unitIndexWriter(clock);
  const recomputing = recomputeCrosswalk(steps, log);
  const idRules = Object.assign({}, ...offices.map((office) => office.idRules)) as Readonly<Record<string, IdRule>>;
  const redraws = wireRedrawing({
    ...deciding,
    outbound: outboundSteps,
    sql: index.sql,
    models,
    units,
    idRules,
    ground: onGeos,
    published: recomputing.published,
  });
  const catalogue = wireCatalogue({
    ...deciding,
    sql: index.sql,
    readersOn: (sql) => ({ categories: categorySources(sql), duties: dutyReader(sql) }),
    organisationConcern: elements.organisationConcern,
    timeZone: () => models.current().city.timeZone,
  });
  const sealing = sealingOffices(offices, (key) => ({ ...seals.get(key)!, front: guards.get(key)!, home: homeMatterStore }));
  const matterTypes = typesOf(offices, (office) => office.matterType);
  const ownProcedures = new Map(offices.flatMap(({ code, procedure }) => (procedure ? [[code, procedure] as const] : [])));
  const matters = wireMatters({
    ...deciding,
    judge: feedJudge(ownProcedures),
    told: toldClocks({ own: ownProcedures, limits: clocks.timeLimits, calendarOf: readCalendar, clock }),
    sql: index.sql,
    matterTypes,
    sealing,
    elements: elements.elements,
    timeZone: () => models.current().city.timeZone,
    begun: (sql, matterUuid) => loop.begun(sql, matterUuid),
  });
  const loop = wireLoop({
    ...deciding,
    ...matters,
    sql: index.sql,
    log,
    outbound: outboundSteps,
    calendars: clocks.calendars,
    limits: clocks.timeLimits,
    lists: catalogue.lists,
    sight: matterSight,
    ownProcedures,
    model: () => models.current(),
  });
  const statistics = wireStatistics({
    ...{ sql: index.sql, inTransaction: index.transaction, clock, log, sight: matterSight, matters: matters.matters },
    ...{ model: () => models.current(), offices: officeCodes, officeState: (code) => intake.known.of(code)?.state ?? null },
  });
  const deliberation = wireDeliberation({ ...deciding, sql: index.sql, reporting: matters.reporting });
  const intake = wireIntake({
    index,
    fronts: offices.map((department) => {
      const guard = guards.get(department.key)!;
      const seal = seals.get(department.key)!;
      return { ...fronts.get(department.key)!, department, seal, looks: guard.looks, awaySince: () => guard.standing.since };
    }),
    writers: {
      units,
      elements: elements.writer,
      matters: matters.writer,
      categoryLinks: categoryLinkWriter(),
      clocks: clockWriter(),
      catalogue: catalogueWriter(),
      lineage: lineageWriter(clock),
    },
    steps,
    repair: engine,
    clock,
    log,
  });
  const isBack = (key: string): void => [intake.follower, intake.outbound].forEach((waiting) => waiting.hint(key));
  for (const [key, { opened }] of fronts) void opened.then(() => isBack(key));
  for (const [key, guard] of guards) guard.whenClosed(() => isBack(key));
  const sealed = {
    reading: new SealedReading({ ...access, inTransaction: index.transaction, offices: sealing }),
    masking: new SealedMasking(sealing),
  };
  const sealedSweeper = new SealedSweeper({ offices: [...sealing.values()], held: matters.heldUuids, clock, log });
  const eventLog = await PostgresEventLog.open({ sql: index.sql, url: index.url, log });
  const sequencer = new Sequencer({ open: sessionsAt(index.url), log, clock, keepDays: config.eventRetentionDays });
  const auditKeeping = wireAuditKeeping({
    ...access,
    sql: index.sql,
    inTransaction: index.transaction,
    url: index.url,
    clock,
    log,
    settings: await auditSettings(config),
  });
  const secret = await cursorSecretOf(config);
  const live = wireLive({
    ...{ events: eventLog, cursorSecret: secret, clock, log },
    ...{ matters: matters.matters, elements: elements.elements, organisations: elements.organisations, models },
    ...{ lineage: lineage.lineage, redraws: redraws.redraws, decisions: crosswalk.decisions },
    indicators: statistics.indicators,
  });
  const schema = await schemaOf(offices, {
    sources: {
      ...elements,
      ...matters,
      ...loop,
      ...deliberation,
      sealed,
      statistics,
      organisationDeclarations: wireOrganisationDeclarations(deciding),
      models,
      ...lineage,
      ...redraws,
      crosswalk,
      categories: wireCategories(index.sql, deciding),
      clocks,
      catalogue,
      departments: {
        offices,
        standings: intake.standings,
        elements: elements.elements,
        matters: matters.matters,
        followingOf: (key) => intake.follower.stateOf(key),
        breakerOf: (key) => guards.get(key)!.standing,
      },
      intakeRuns: intake.runs,
      quarantine: intake.quarantine,
      pushes: { offices, upserting: intake.upserting(deciding) },
      sharing,
      auditReading: auditKeeping.reading,
      cursors: new PageCursors(secret),
    },
    live: live.resolvers,
    readerOf: (office) => ownFieldReader(office, guards.get(office.key)!.reads),
  });
  const keys = wireKeys({ ...access, sql: index.sql, inTransaction: index.transaction, clock, log });
  const pins = wirePins({ ...access, sql: index.sql, inTransaction: index.transaction, read: pinnableDocuments(schema), clock });
  const credentials = openCredentials({ config, city: () => models.current().city, offices: officeCodes, keys: keys.held, clock, log });
  return {
    config,
    log,
    clock,
    databases,
    models,
    crosswalk,
    lineage,
    intake,
    homeQuarantine: wireHomeQuarantine({ ...access, fronts: new Map(offices.map(({ key, code }) => [code, fronts.get(key)!.sql])) }),
    officeExport: wireOfficeExport({
      index: index.sql,
      fronts: offices.map((department) => ({ department, ...fronts.get(department.key)! })),
      audit: access.audit,
    }),
    places: wirePlacing({
      ...crosswalk,
      ...lineage,
      sql: index.sql,
      inTransaction: index.transaction,
      elements: elements.elementPlaces,
      clock,
      log,
    }),
    placeInDivisions: (day: CalendarDate) => renewDivisionPaths(index.sql, day),
    recomputing,
    sealedSweeper,
    flowFolder: statistics.folder,
    eventLog,
    sequencer,
    liveRuns: live.runs,
    stateTeller: intake.stateTeller(sessionsAt(index.url, 'allgrid state teller')),
    auditKeeping,
    answerAudit: new AnswerAudit({ audit: access.audit, grants: () => sharing.book.current(), clock, log }),
    engine,
    schema,
    offices,
    officeCodes,
    keys,
    pins,
    credentials,
    grants: sharing.book,
    agreements: (): Agreements => ({ offices: officeCodes, sealing: sealingCodes, grants: sharing.book.current() }),
    calendars: clocks.calendars,
    alarms: loop.alarms,
  };
}

/** The divisions of now, in which rights to decide are compared. */
function groundOf({ city, divisions }: CityModel): Ground {
  return { cityCode: city.code, pathOf: (code) => divisions.pathOf(code).map((division) => division.code) };
}

/** Compares outlines on GEOS; each piece of work has an engine of its own, since an engine remembers every layer it has seen. */
const onGeos: GroundComparison = async (work) => {
  const engine = await openGeosOverlayEngine();
  try {
    return work(engine);
  } finally {
    engine.dispose();
  }
};
