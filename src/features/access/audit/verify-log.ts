import { addDays } from '../../../kernel/dates.js';
import { chainKeyOf, chainOf } from './chain-key.js';
import type { ExportedHeads } from './exported-heads.js';
import type { AuditFinding } from './finding.js';
import type { ChainHead } from './link-batch.js';
import type { AuditArchive, AuditSnapshot, Tombstone, UnchainedTail } from './ports.js';
import { leastDays } from './retention.js';
import { ChainWalker } from './walk-chain.js';

/** What checking the whole log found. */
export interface AuditVerdict {
  readonly chains: number;
  readonly links: number;
  /** Chains that were dropped after their time. */
  readonly tombstones: number;
  readonly unchained: UnchainedTail;
  readonly headFiles: number;
  /** The first bad line of each chain by day, then stray lines, then files; empty where all is as it was written. */
  readonly findings: readonly AuditFinding[];
}

const pageSize = 1_000;
/** Strays beyond are not named. */
const mostStrays = 100;

/**
 * Recomputes every chain from its first link and holds it against the exported heads. Reads page by page: memory grows with the number of
 * exported heads, not with the log. The heads must have been read before.
 */
export async function verifyLog(archive: AuditArchive, exported: ExportedHeads): Promise<AuditVerdict> {
  return archive.snapshot(async (snapshot) => {
    const tombstones = new Map((await snapshot.tombstones()).map((stone) => [stone.chain, stone]));
    const names = (await snapshot.chains()).filter((chain) => !tombstones.has(chain));
    const findings: AuditFinding[] = [];
    let links = 0;
    for (const chain of new Set([...names, ...exported.heads.keys()])) {
      if (tombstones.has(chain)) continue;
      const walker = new ChainWalker(chain, exported.heads.get(chain) ?? []);
      const finding = await walk(walker, chain, snapshot);
      links += walker.good;
      if (finding) findings.push(finding);
    }
    for (const stone of tombstones.values()) findings.push(...tombstoneFaults(stone, exported.heads.get(stone.chain) ?? []));
    findings.sort((a, b) => (a.chain! < b.chain! ? -1 : 1));
    findings.push(...(await straysOf(snapshot)), ...exported.findings, ...(await lostFile(snapshot, exported)));
    const counted = { chains: names.length, links, tombstones: tombstones.size, unchained: await snapshot.unchained() };
    return { ...counted, headFiles: exported.files.length, findings };
  });
}

async function walk(walker: ChainWalker, chain: string, snapshot: AuditSnapshot): Promise<AuditFinding | null> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await snapshot.links(chain, after, pageSize);
    const finding = walker.take(page);
    if (finding) return finding;
    if (page.length < pageSize) return walker.end();
    after = page.at(-1)!.seq;
  }
}

function tombstoneFaults({ chain, seq, hash, droppedAt }: Tombstone, heads: readonly ChainHead[]): readonly AuditFinding[] {
  const found = (says: string): readonly AuditFinding[] => [{ fault: 'TOMBSTONE', chain, seq, entryId: null, says: `${chain}: ${says}.` }];
  const key = chainKeyOf(chain);
  if (key === null) return found('the tombstone of what is no chain');
  if (droppedAt < new Date(`${addDays(key.day, leastDays[key.chainClass])}T00:00:00Z`)) {
    return found(`it was dropped on ${droppedAt.toISOString()}, before its time`);
  }
  const last = heads.at(-1);
  if (last === undefined) return found('it was dropped, but no head of it was exported');
  return last.seq === seq && last.hash === hash
    ? []
    : found(`the tombstone ends at ${seq}, the exported head at ${last.seq}, or their hashes differ`);
}

async function lostFile(snapshot: AuditSnapshot, { files }: ExportedHeads): Promise<readonly AuditFinding[]> {
  const last = await snapshot.lastHeadFile();
  if (last === null || files.includes(last)) return [];
  return [{ fault: 'HEAD_FILE', chain: null, seq: null, entryId: null, says: `${last} was exported, but is not in the folder.` }];
}

async function straysOf(snapshot: AuditSnapshot): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = [];
  let after: string | null = '-1';
  while (after !== null && findings.length < mostStrays) {
    const { entries, last } = await snapshot.strays(after, pageSize * 5);
    for (const entry of entries) {
      const chain = chainOf(entry);
      const says = `Line ${entry.id} (${chain}) is neither chained nor waiting.`;
      findings.push({ fault: 'EXTRA', chain, seq: null, entryId: entry.id, says });
    }
    after = last;
  }
  return findings.slice(0, mostStrays);
}
