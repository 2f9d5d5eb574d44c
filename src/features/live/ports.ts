import type { LayerKey } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { OrganisationReadModel } from '../elements/index.js';
import type { Matter, MatterReadModel } from '../matters/index.js';
import type { LiveSource } from './live-source.js';
import type { MatterEvent } from './matters/matter-event.js';
import type { MatterEventConditions } from './matters/matter-event-conditions.js';

/** What live asks of matters. */
export type MattersByUuid = Pick<MatterReadModel, 'byUuid' | 'placementsOf' | 'assignmentsOf'>;
/** What live asks of matters' histories. */
export type MatterHistories = Pick<MatterReadModel, 'historyOf'>;

/** What live asks of organisations. */
export type OrganisationsByName = Pick<OrganisationReadModel, 'byCode' | 'byUuid'>;

/** A stream as it is asked for. */
export interface StreamRequest {
  readonly conditions: MatterEventConditions;
  /** The layer of whose units each change is told where its matter lies; left out for none. */
  readonly unitsOf?: LayerKey | null;
  /** Where to go on; null begins from now. */
  readonly after: string | null;
  /** What the reader may see by now, asked again before each delivery: rights that end while a stream lives end in it at once. */
  readonly scope: () => Scope;
}

/** Opens streams of matters' changes. */
export interface MatterStreams {
  /**
   * Opens one: each wanted change after a point once and in order, heartbeats between and gaps named. Its first delivery is at once: a gap
   * where the log cannot go on from `after`, else a heartbeat. It ends by `return()`, or by throwing: `LIMIT` when its reader fell too far
   * behind, `UNAVAILABLE` when this process closes; both carry `details.resume`, the cursor from which a new stream goes on without hole
   * and without double.
   * Throws `CURSOR_INVALID` for a cursor that is forged or of other conditions or rights, `BAD_USER_INPUT` for impossible conditions.
   */
  open(request: StreamRequest): Promise<LiveSource<MatterEvent>>;
}

/** Finds the event of a change that has just been made. */
export interface ChangeEvents {
  /**
   * The event that led to the matter's present version, waited for at most 5 s; null when the log is behind or no longer holds it.
   * Null too for a matter that the scope does not show. Its cursor is that of a stream without conditions. `isRecent`: whether the change
   * was made by this request.
   */
  eventOf(scope: Scope, matter: Matter, asked: { readonly isRecent: boolean }): Promise<MatterEvent | null>;
}
