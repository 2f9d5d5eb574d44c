import type { AuditFinding } from './finding.js';
import { checkHeadFile, type HeadFile } from './head-file.js';
import type { HeadChecker } from './head-signer.js';
import type { HeadsFolder } from './heads-folder.js';
import type { ChainHead } from './link-batch.js';

/** What a folder of exported heads proves. */
export interface ExportedHeads {
  /** Names of the files. */
  readonly files: readonly string[];
  /** By chain, by rising seq; from files that are in order only. */
  readonly heads: ReadonlyMap<string, readonly ChainHead[]>;
  /** Every file that is missing, changed or not signed by the key. */
  readonly findings: readonly AuditFinding[];
}

/** Reads a folder file by file, each behind the one before it. */
export async function exportedHeads(folder: HeadsFolder, checker: HeadChecker): Promise<ExportedHeads> {
  const heads = new Map<string, ChainHead[]>();
  const findings: AuditFinding[] = [];
  const names = await folder.names();
  let previous: HeadFile | null = null;
  for (const name of names) {
    const file: HeadFile = await folder.read(name);
    const body = checkHeadFile(file, previous, checker);
    if (typeof body === 'string') findings.push({ fault: 'HEAD_FILE', chain: null, seq: null, entryId: null, says: `${body}.` });
    else for (const head of body.heads) heads.set(head.chain, [...(heads.get(head.chain) ?? []), head]);
    previous = file;
  }
  for (const list of heads.values()) list.sort((a, b) => a.seq - b.seq);
  return { files: names, heads, findings };
}
