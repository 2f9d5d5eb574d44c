import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterLink, MatterLinkKind } from './matter-link.js';

/** Two matters and what links them. */
export interface LinkKey {
  readonly fromUuid: string;
  readonly toUuid: string;
  readonly kind: MatterLinkKind;
}

/** Keeps links between matters. */
export interface MatterLinkStore {
  /** Writes a link that a person has made; one that was proposed or rejected before is confirmed by it. */
  confirm(sql: Sql, key: LinkKey, decision: { readonly by: string; readonly at: Date }): Promise<void>;
}

/** Reads links of which a scope shows both matters. */
export interface MatterLinkReadModel {
  /** Those of some matters that are confirmed, oldest first. */
  of(scope: Scope, matterUuids: readonly string[]): Promise<readonly MatterLink[]>;
}
