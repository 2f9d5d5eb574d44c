// Longer than other files, since it is one list: everything that is built, in the order in which it is built, of what.
import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';

import { cityIndexMigrations } from '../migrations/city-index/index.js';
import { frontMigrations } from '../migrations/front/index.js';
import type { Config } from './config/config.js';
import { cursorSecretOf } from './config/cursor-secret.js';
import { keptSecret } from './config/kept-secret.js';
import { packageRoot } from './config/package-root.js';
import { sealingKeysOf } from './config/sealing-keys.js';
import { type CityDatabases, type DatabaseContent, openCityDatabases } from './database/city-databases.js';
import type { StatementObserver } from './database/observed-client.js';
import { interleaved } from './database/ordered-migrations.js';
import { tableName } from './database/schema-parts.js';
import { guardSources } from './database/source-guard/guard-sources.js';
import { civilAffairs } from './departments/civil-affairs/index.js';
import type { DepartmentDefinition, IdRule, OwnFieldReader } from './departments/contract.js';
import { housing } from './departments/housing/index.js';
import { partyBuilding } from './departments/party-building/index.js';
import { petition } from './departments/petition/index.js';
import { politicalLegal } from './departments/political-legal/index.js';
import { urbanManagement } from './departments/urban-management/index.js';
import { eventLogTables } from './eventlog/event-log-tables.js';
import { PostgresEventLog } from './eventlog/postgres-event-log.js';
import { Sequencer } from './eventlog/sequencer.js';
import { sessionsAt } from './eventlog/session.js';
import {
  type Agreements,
  AnswerAudit,
  type Ground,
  newSigningKey,
  openCredentials,
  rightsDecide,
  SealedMasking,
  SealedReading,
  SealedSweeper,
  sealingOffices,
  type UnchainedTail,
} from './features/access/index.js';
import {
  accessTables,
  type AuditKeeping,
  type AuditSettings,
  sealedTables,
  wireAccess,
  wireAuditKeeping,
  wireKeys,
  wirePins,
  wireSeals,
  wireSharing,
} from './features/access/wiring.js';
import { catalogueTables, catalogueWriter, wireCatalogue } from './features/catalogue/wiring.js';
import { categoriesTables, categoryLinkWriter, categorySources, wireCategories } from './features/categories/wiring.js';
import { clocksTables, clockWriter, wireClocks } from './features/clocks/wiring.js';
import { type CityModel, openGeosOverlayEngine } from './features/crosswalk/index.js';
import { crosswalkTables, wireCrosswalk } from './features/crosswalk/wiring.js';
import { deliberationTables, wireDeliberation } from './features/deliberation/wiring.js';
import { divisionsTables, renewDivisionPaths } from './features/divisions/wiring.js';
import { dutyReader, elementsTables, wireElements, wireOrganisationDeclarations } from './features/elements/wiring.js';
import { gridsTables, unitGroundReader, unitIndexWriter, wireGrids } from './features/grids/wiring.js';
import { registerOwnFields } from './features/intake/graphql/index.js';
import { mergeOnModel } from './features/intake/index.js';
import {
  frontTables,
  homeMatterStore,
  intakeTables,
  outboundSteps,
  ownFieldReader,
  tableGrants,
  wireHomeQuarantine,
  wireIntake,
  wireOfficeExport,
} from './features/intake/wiring.js';
import type { GroundComparison } from './features/lineage/index.js';
import { lineageTables, lineageWriter, wireLineage, wireRedrawing } from './features/lineage/wiring.js';
import { wireLive } from './features/live/wiring.js';
import { feedJudge, loopTables, stopClocks, wireLoop } from './features/loop/wiring.js';
import { matterSight, mattersTables, wireMatters, wirePlacing } from './features/matters/wiring.js';
import { statisticsTables, wireStatistics } from './features/statistics/wiring.js';
import { documentsOfPrincipals } from './gateway/documents/documents-of-principals.js';
import { readKeptDocuments } from './gateway/documents/kept-documents.js';
import { pinnableDocuments } from './gateway/documents/pinnable-documents.js';
import { type Gateway, startGateway } from './gateway/gateway.js';
import type { ReadinessCheck } from './gateway/http/health.js';
import { assembleSchema, bindingsOf } from './gateway/schema/assemble-schema.js';
import { cityResolvers, type CitySources } from './gateway/schema/city-resolvers.js';
import { registerDepartments } from './graphql/department.js';
import { PageCursors } from './graphql/page-cursors.js';
import { type Clock, systemClock } from './kernel/clock.js';
import type { CalendarDate } from './kernel/dates.js';
import { type Log, silentLog } from './kernel/log.js';
import { recomputeCrosswalk } from './recompute-crosswalk.js';

/** The offices of the sample city; a further one joins by its folder and one line here. */
export const sixOffices: readonly DepartmentDefinition[] = [
  partyBuilding,
  politicalLegal,
  civilAffairs,
  urbanManagement,
  petition,
  housing,
];

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
  const elements = wireElements(index.sql);
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
    ended: stopClocks,
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
    timeZone: () => models.current().city.timeZone,
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
  const sequencer = new Sequencer({ open: sessionsAt(index.url), log });
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
  const live = wireLive({ events: eventLog, cursorSecret: secret, matters: matters.matters, models, clock, log });
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

/** Opens the audit log of the city index alone: the databases of the offices need not be there. */
export async function openAuditKeeping(config: Config): Promise<AuditKeeping & { close(): Promise<void> }> {
  const databases = await openCityDatabases({ config, log: silentLog, index: contentsOf([]).index, fronts: new Map() });
  const { index } = databases;
  const { audit } = wireAccess(index.sql, systemClock);
  const needs = { audit, sql: index.sql, inTransaction: index.transaction, url: index.url, clock: systemClock, log: silentLog };
  return { ...wireAuditKeeping({ ...needs, settings: await auditSettings(config) }), close: () => databases.close() };
}

async function auditSettings(config: Config): Promise<AuditSettings> {
  const { digest, headsDir, keepDays, logKeepDays } = config.audit;
  const signingKey = await keptSecret(join(config.dataDir, 'audit-heads.key'), newSigningKey);
  return { digest, headsDir, signingKey, keepDays: { PROVISION: keepDays, LOG: logKeepDays } };
}

/** What a schema is answered from. */
interface SchemaSources {
  readonly sources: CitySources;
  readonly live: readonly object[];
  readonly readerOf: (office: DepartmentDefinition) => OwnFieldReader;
}

async function schemaOf(offices: readonly DepartmentDefinition[], { sources, live, readerOf }: SchemaSources): Promise<GraphQLSchema> {
  registerDepartments(offices);
  registerOwnFields(offices);
  const gridTypes = new Set(typesOf(offices, (office) => office.gridType).values());
  const matterTypes = new Set(typesOf(offices, (office) => office.matterType).values());
  const common = cityResolvers(sources, { gridTypes, matterTypes });
  const own = offices.flatMap((office) => office.resolvers(readerOf(office)));
  return assembleSchema({
    bindings: [...common.bindings, ...own, ...bindingsOf(live)],
    orphans: [...common.orphans, ...own.map((binding) => binding.type)],
  });
}

/** The schema of a city with these offices, for printing and checking: it can be read but not asked. */
export function schemaWithoutSources(offices: readonly DepartmentDefinition[] = sixOffices): Promise<GraphQLSchema> {
  const unasked = new Proxy({}, { get: () => unasked }) as never;
  const live = wireLive({
    events: unasked,
    cursorSecret: 'only the shape is asked for',
    matters: unasked,
    models: unasked,
    clock: systemClock,
    log: unasked,
  }).resolvers;
  return schemaOf(offices, { sources: unasked, live, readerOf: () => unasked });
}

/** Opens the doors of a composed platform: one port for GraphQL, pages and health. `further` are figures that readiness tells besides its own. */
export async function openGateway(
  { config, log, clock, models, databases, schema, agreements, credentials, pins, answerAudit, auditKeeping, intake, alarms }: Platform,
  further: () => Readonly<Record<string, number>> = () => ({}),
): Promise<Gateway> {
  const house = await readKeptDocuments(join(packageRoot(), 'schema', 'operations'));
  const pinsOf = pins.held.pinsOf.bind(pins.held);
  return startGateway({
    schema,
    sources: {
      ...credentials,
      clock,
      model: () => models.current(),
      agreements,
    },
    audit: answerAudit,
    offices: (department) => intake.known.of(department),
    figures: async () => ({
      ...further(),
      ...frontFigures(databases),
      ...unchainedFigures(await auditKeeping.tail(), clock),
      'alarms-late-ms': await alarms.lateMs(),
    }),
    checks: readinessChecks(databases, () => models.isLoaded),
    log,
    pagesRoot: join(packageRoot(), 'dist', 'web'),
    documents: documentsOfPrincipals({ house, pinsOf, bindsRoles: config.documents === 'trusted' }),
    requestTimeoutMs: config.requestTimeoutMs,
    areRatesLimited: config.areRatesLimited,
    host: config.host,
    port: config.port,
  });
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

function contentsOf(offices: readonly DepartmentDefinition[]): Pick<Parameters<typeof openCityDatabases>[0], 'index' | 'fronts'> {
  return {
    index: {
      tables: [
        ...intakeTables,
        ...divisionsTables,
        ...categoriesTables,
        ...elementsTables,
        ...gridsTables,
        ...lineageTables,
        ...crosswalkTables,
        ...catalogueTables,
        ...clocksTables,
        ...mattersTables,
        ...deliberationTables,
        ...loopTables,
        ...statisticsTables,
        ...accessTables,
        ...eventLogTables,
      ],
      migrations: cityIndexMigrations,
    },
    fronts: new Map(offices.map((office) => [office.key, frontContent(office)])),
  };
}

/** What is in one office's front database. */
export function frontContent({ tables, migrations, unitFields, matterFields }: DepartmentDefinition): DatabaseContent {
  const common = [...frontTables, ...sealedTables];
  const own = [unitFields, matterFields].flatMap((fields) => fields?.table ?? []);
  return {
    tables: [...common, ...tables],
    migrations: interleaved(frontMigrations, migrations),
    grants: tableGrants(common.map(tableName), [...new Set([...own, ...tables.map(tableName)])]),
  };
}

function typesOf(
  offices: readonly DepartmentDefinition[],
  nameOf: (office: DepartmentDefinition) => string | null,
): ReadonlyMap<string, string> {
  return new Map(offices.flatMap((office) => (nameOf(office) === null ? [] : [[office.code, nameOf(office)!] as const])));
}

function unchainedFigures({ count, oldest }: UnchainedTail, clock: Clock): Readonly<Record<string, number>> {
  return { 'audit-unchained': count, 'audit-unchained-oldest-ms': oldest === null ? 0 : clock.now().getTime() - oldest.getTime() };
}

/** What keeps the databases of offices from being opened; they keep nobody from being served. */
function frontFigures({ fronts }: CityDatabases): Readonly<Record<string, string>> {
  const faults = [...fronts].flatMap(([key, front]) => {
    const fault = front.openingFault();
    return fault === null ? [] : [[`front-${key}`, `${fault.reason} since ${fault.since.toISOString()}`] as const];
  });
  return Object.fromEntries(faults);
}

function readinessChecks(databases: CityDatabases, isLoaded: () => boolean): readonly ReadinessCheck[] {
  return [
    { name: 'city-index', fault: async () => ((await databases.index.sql.query('select 1')).length === 1 ? null : 'no answer') },
    { name: 'city', fault: () => Promise.resolve(isLoaded() ? null : 'no city has been loaded') },
  ];
}
