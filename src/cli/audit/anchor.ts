import { writeFile } from 'node:fs/promises';

import { say, sayJson } from '../say.js';
import { onAuditLog } from './on-audit-log.js';

/** How anchoring is asked for. */
export interface AnchorFlags {
  /** Where the public key is to be written. */
  readonly keyFile?: string;
  readonly json: boolean;
}

/** Exports the heads of all chains now and prints where they went. */
export async function anchorVerb({ keyFile, json }: AnchorFlags): Promise<void> {
  await onAuditLog(async (auditKeeping, config) => {
    const anchored = await auditKeeping.anchor();
    if (keyFile !== undefined) await writeFile(keyFile, auditKeeping.publicKey);
    if (json) return sayJson({ ...anchored, folder: config.audit.headsDir });
    const { file, heads, unchained } = anchored;
    say([`${file}: ${heads} heads in ${config.audit.headsDir}; ${unchained} lines wait to be chained.`]);
  });
}
