import { openAuditKeeping } from '../../composing/open-audit-keeping.js';
import type { Config } from '../../config/config.js';
import { readConfig } from '../../config/read-config.js';

/** The audit log as the command line opens it. */
export type AuditLogAtHand = Awaited<ReturnType<typeof openAuditKeeping>>;

/** Opens the audit log of the city index that the environment names, does `work` and closes it; a server that runs meanwhile goes on. */
export async function onAuditLog(work: (keeping: AuditLogAtHand, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const keeping = await openAuditKeeping(config);
  try {
    await work(keeping, config);
  } finally {
    await keeping.close();
  }
}
