import { type OpenSession, sessionsAt } from '../../../eventlog/session.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import { type Anchored, anchorHeads, type AnchorParts } from '../audit/anchor-heads.js';
import { AuditReading } from '../audit/audit-reading.js';
import { type DigestName, digestNamed } from '../audit/digest.js';
import { exportedHeads } from '../audit/exported-heads.js';
import { headChecker, headSigner } from '../audit/head-signer.js';
import { HeadsFolder } from '../audit/heads-folder.js';
import type { UnchainedTail } from '../audit/ports.js';
import type { KeepDays } from '../audit/retention.js';
import { type AuditVerdict, verifyLog } from '../audit/verify-log.js';
import type { AuditTrail } from '../ports.js';
import { AuditArchiveStore, unchainedTail } from './audit-archive-store.js';
import { AuditChainer } from './audit-chainer.js';
import { AuditReader } from './audit-reader.js';
import { AuditUpkeep } from './audit-upkeep.js';
import { ChainRemainsTable } from './chain-remains-table.js';
import { HeadTable } from './head-table.js';

/** What keeping the audit log needs. */
export interface AuditKeepingNeeds {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  /** Address of the city index. */
  readonly url: string;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: AuditSettings;
}

/** What the operator decides about the audit log. */
export interface AuditSettings {
  readonly digest: DigestName;
  /** Folder of the exported heads. */
  readonly headsDir: string;
  /** The private key that signs them, PEM. */
  readonly signingKey: string;
  readonly keepDays: KeepDays;
}

/** The keeping of the audit log: chaining, exporting, checking. */
export interface AuditKeeping {
  readonly chainer: AuditChainer;
  readonly reading: AuditReading;
  /** The public key that exported heads are checked with, PEM. */
  readonly publicKey: string;
  tail(): Promise<UnchainedTail>;
  anchor(): Promise<Anchored>;
  /** Checks the whole log against the heads of a folder; own folder and key when left out. */
  verify(against?: { readonly headsDir?: string | undefined; readonly publicKey?: string | undefined }): Promise<AuditVerdict>;
}

/** Builds the keeping of the audit log over the city index; nothing runs before `chainer.start()`. */
export function wireAuditKeeping(needs: AuditKeepingNeeds): AuditKeeping {
  const { sql, inTransaction, audit, clock, settings } = needs;
  const signer = headSigner(settings.signingKey);
  const folder = new HeadsFolder(settings.headsDir);
  const anchoring: AnchorParts = { store: new HeadTable(), folder, signer, audit, clock };
  const archive = new AuditArchiveStore(inTransaction);
  return {
    chainer: chainerOf(needs, anchoring),
    reading: new AuditReading(new AuditReader(sql), audit),
    publicKey: signer.publicPem,
    tail: () => unchainedTail(sql),
    anchor: () => inTransaction((transaction) => anchorHeads(transaction, anchoring)),
    verify: async ({ headsDir, publicKey } = {}) => {
      const heads = headsDir === undefined ? folder : new HeadsFolder(headsDir);
      return verifyLog(archive, await exportedHeads(heads, headChecker(publicKey ?? signer.publicPem)));
    },
  };
}

function chainerOf({ url, audit, clock, log, settings }: AuditKeepingNeeds, anchoring: AnchorParts): AuditChainer {
  const dropping = { remains: new ChainRemainsTable(), audit, clock, keep: settings.keepDays };
  const open: OpenSession = sessionsAt(url, 'allgrid audit chainer');
  const upkeep = new AuditUpkeep({ anchoring, dropping, clock, log });
  return new AuditChainer({ open, log, digest: digestNamed(settings.digest), upkeep });
}
