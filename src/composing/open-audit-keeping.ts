import { join } from 'node:path';

import { type Config } from '../config/config.js';
import { keptSecret } from '../config/kept-secret.js';
import { openCityDatabases } from '../database/city-databases.js';
import { newSigningKey } from '../features/access/index.js';
import { type AuditKeeping, type AuditSettings, wireAccess, wireAuditKeeping } from '../features/access/wiring.js';
import { systemClock } from '../kernel/clock.js';
import { silentLog } from '../kernel/log.js';
import { contentsOf } from './city-contents.js';

/** Opens the audit log of the city index alone: the databases of the offices need not be there. */
export async function openAuditKeeping(config: Config): Promise<AuditKeeping & { close(): Promise<void> }> {
  const databases = await openCityDatabases({ config, log: silentLog, index: contentsOf([]).index, fronts: new Map() });
  const { index } = databases;
  const { audit } = wireAccess(index.sql, systemClock);
  const needs = { audit, sql: index.sql, inTransaction: index.transaction, url: index.url, clock: systemClock, log: silentLog };
  return { ...wireAuditKeeping({ ...needs, settings: await auditSettings(config) }), close: () => databases.close() };
}

/** How the audit log is kept, with the key that its heads are signed with. */
export async function auditSettings(config: Config): Promise<AuditSettings> {
  const { digest, headsDir, keepDays, logKeepDays } = config.audit;
  const signingKey = await keptSecret(join(config.dataDir, 'audit-heads.key'), newSigningKey);
  return { digest, headsDir, signingKey, keepDays: { PROVISION: keepDays, LOG: logKeepDays } };
}
