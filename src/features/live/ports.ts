import type { DivisionCode, LayerKey } from '../../kernel/ids.js';
import type { Scope } from '../../kernel/scope.js';
import type { OrganisationReadModel } from '../elements/index.js';
import type { Matter, MatterReadModel } from '../matters/index.js';
import type { IndicatorWish } from '../statistics/index.js';
import type { Indicators } from './indicators/indicators.js';
import type { LiveSource, LogPoint } from './live-source.js';
import type { MatterEvent, MatterTold } from './matters/matter-event.js';
import type { MatterEventConditions } from './matters/matter-event-conditions.js';
import type { StreamBegin } from './matters/matter-snapshot.js';

/** What live asks of matters. */
export type MattersByUuid = Pick<MatterReadModel, 'byUuid' | 'placementsOf' | 'assignmentsOf' | 'page' | 'count'>;
/** What live asks of matters' histories. */
export type MatterHistories = Pick<MatterReadModel, 'historyOf'>;

/** What live asks of organisations. */
export type OrganisationsByName = Pick<OrganisationReadModel, 'byCode' | 'byUuid'>;

/** A stream as it is asked for. */
export interface StreamRequest {
  readonly conditions: MatterEventConditions;
  /** The layer of whose units each change is told where its matter lies; left out for none. */
  readonly unitsOf?: LayerKey | null;
  /** How a stream begins that cannot go on from a cursor; `NOW` when left out. */
  readonly begin?: StreamBegin;
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
   * With `SNAPSHOT` all matters that meet the conditions come in parts before that heartbeat, which then belongs to the last of them.
   * Throws `CURSOR_INVALID` for a cursor that is forged or of other conditions or rights, `BAD_USER_INPUT` for impossible conditions, `LIMIT`
   * for a state of more than 10,000 matters.
   */
  open(request: StreamRequest): Promise<LiveSource<MatterTold>>;
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

/** Hears of changes that key figures may depend on. */
export interface ChangeFollower {
  /** A matter of a division changed; null for one that lies nowhere. */
  changed(division: DivisionCode | null): void;
  /** Something changed wherever it lies: a matter went elsewhere, an office, the divisions, or changes that nobody could follow. */
  moved(): void;
  /** Elements or grids changed. */
  grew(): void;
  /** This process stops: nothing more is heard. */
  closed(): void;
}

/** Tells of changes, in no more detail than that something is to be read again. */
export interface ChangeFeed {
  /** The end of the log at this moment. */
  end(): Promise<LogPoint>;
  /** Follows from now on, until the returned function is called. */
  follow(follower: ChangeFollower): () => void;
}

/** A stream of key figures as it is asked for. */
export interface IndicatorRequest {
  readonly wish: IndicatorWish;
  /** Where to go on; null begins from now. */
  readonly after: string | null;
  /** What the reader may see by now. */
  readonly scope: () => Scope;
}

/** Opens streams of key figures. */
export interface IndicatorStreams {
  /**
   * Opens one: all figures at once (behind a gap where the log cannot go on from `after`), then those that change, at most five times a
   * second, and heartbeats between. It tells how things stand and not their history: whoever goes on from a cursor gets all figures anew.
   * Throws `CURSOR_INVALID` for a cursor that is forged or of another division or other rights, `BAD_USER_INPUT` for an unknown division.
   */
  open(request: IndicatorRequest): Promise<LiveSource<Indicators>>;
}
