import { join } from 'node:path';

import type { Platform } from '../compose.js';
import { packageRoot } from '../config/package-root.js';
import { type CityDatabases } from '../database/city-databases.js';
import { inboxLagSeconds } from '../eventlog/inbox-lag.js';
import { type UnchainedTail } from '../features/access/index.js';
import { documentsOfPrincipals } from '../gateway/documents/documents-of-principals.js';
import { readKeptDocuments } from '../gateway/documents/kept-documents.js';
import { type Gateway, startGateway } from '../gateway/gateway.js';
import { type ReadinessCheck } from '../gateway/http/health.js';
import { type Clock } from '../kernel/clock.js';

/** Opens the doors of a composed platform: one port for GraphQL, pages and health. `further` are figures that readiness tells besides its own. */
export async function openGateway(
  {
    config,
    log,
    clock,
    models,
    databases,
    schema,
    agreements,
    credentials,
    pins,
    answerAudit,
    auditKeeping,
    intake,
    alarms,
    sequencer,
    liveRuns,
  }: Platform,
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
    runs: liveRuns,
    figures: async () => ({
      ...further(),
      ...frontFigures(databases),
      ...unchainedFigures(await auditKeeping.tail(), clock),
      'alarms-late-ms': await alarms.lateMs(),
      'live-runs': liveRuns.figures.runs,
      'live-followers': liveRuns.figures.followers,
      'events-waiting-seconds': await inboxLagSeconds(databases.index.sql),
      sequencer: sequencer.leading ? 'leads' : 'follows',
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
