import { readFile } from 'node:fs/promises';

import type { AuditVerdict } from '../../features/access/index.js';
import { say, sayJson } from '../say.js';
import { onAuditLog } from './on-audit-log.js';

/** How checking is asked for. */
export interface VerifyFlags {
  readonly heads?: string;
  readonly key?: string;
  readonly json: boolean;
}

/** Checks the whole audit log and prints the first bad line of each chain; sets exit code 1 where there is one. */
export async function verifyVerb({ heads, key, json }: VerifyFlags): Promise<void> {
  const publicKey = key === undefined ? undefined : await readFile(key, 'utf8');
  await onAuditLog(async (auditKeeping) => {
    const verdict = await auditKeeping.verify({ headsDir: heads, publicKey });
    if (verdict.findings.length > 0) process.exitCode = 1;
    if (!json) return say(verdictLines(verdict));
    for (const finding of verdict.findings) sayJson({ finding });
    const { findings, ...figures } = verdict;
    sayJson({ good: findings.length === 0, findings: findings.length, ...figures });
  });
}

/** A verdict as people read it: the findings, each with its fault, then what was checked. */
export function verdictLines({ findings, chains, links, tombstones, headFiles, unchained }: AuditVerdict): readonly string[] {
  const waiting =
    unchained.count === 0 ? 'nothing waits' : `${unchained.count} lines wait since ${unchained.oldest?.toISOString() ?? 'long'}`;
  const checked = `${links} links in ${chains} chains, ${tombstones} dropped chains, ${headFiles} files of heads; ${waiting} to be chained.`;
  const verdict =
    findings.length === 0 ? 'Good: the log is as it was written.' : `${findings.length} findings; the first bad line is above.`;
  return [...findings.map(({ fault, says }) => `${fault.padEnd(9)} ${says}`), verdict, checked];
}
