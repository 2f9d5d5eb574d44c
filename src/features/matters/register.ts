import type { Scope } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import type { Deadline } from './light.js';
import type { Matter, MatterState } from './matter.js';

/** A matter held for a step: nobody else changes it before the transaction ends. */
export interface HeldMatter extends Matter {
  /** What handles it now. */
  readonly handlers: readonly Handler[];
}

/** An organisation that handles a matter. */
export interface Handler {
  readonly organisationUuid: string;
  readonly role: 'LEAD' | 'SUPPORT';
}

/** A step that a matter took before. */
export interface PastStep {
  readonly version: number;
  /** Null where an office told of it. */
  readonly step: string | null;
  readonly toState: MatterState;
  readonly officeState: string | null;
  readonly organisationUuid: string | null;
  /** The account that took it; null where an office told of it or where whoever reported is sealed. */
  readonly madeBy: string | null;
  readonly carried: Readonly<Record<string, unknown>> | null;
  readonly occurredAt: Date;
}

/** A step that is taken now, with everything that it changes in the register. */
export interface TakenStep {
  readonly matter: HeldMatter;
  readonly step: string;
  readonly state: MatterState;
  readonly officeState: string | null;
  /** In whose name it is taken; null for nobody's. */
  readonly organisationUuid: string | null;
  readonly madeBy: string;
  readonly reason: string | null;
  readonly carried: Readonly<Record<string, unknown>> | null;
  /** Who handles it from now on; null leaves that as it is. */
  readonly handlers: readonly Handler[] | null;
  readonly deadline: Deadline | null;
  readonly closedAt: Date | null;
  readonly at: Date;
}

/** The register of matters as whoever moves them on uses it. Every method works in the caller's transaction. */
export interface MatterRegister {
  /** Locks a matter that the scope shows; null where it shows none. */
  hold(sql: Sql, scope: Scope, uuid: string): Promise<HeldMatter | null>;
  /** Everything that a matter has gone through, oldest first. */
  past(sql: Sql, uuid: string): Promise<readonly PastStep[]>;
  /** The same of several matters, in order of their uuids; to judge by, never to show. */
  pasts(sql: Sql, uuids: readonly string[]): Promise<readonly (readonly PastStep[])[]>;
  /** Writes one step of a held matter with its event: the version rises by one. Answers the matter as the step left it. */
  take(sql: Sql, step: TakenStep): Promise<Matter>;
  /** A matter of the caller's own transaction, whoever may see it; throws where there is none. */
  read(sql: Sql, uuid: string): Promise<Matter>;
  /** Sets the deadline of a matter that the caller's own transaction wrote: no step, no event. */
  setDeadline(sql: Sql, uuid: string, deadline: Deadline | null): Promise<void>;
}
