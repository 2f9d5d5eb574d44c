import type { Scope } from '../../kernel/scope.js';
import type { Sql } from '../../kernel/sql.js';
import type { Matter } from '../matters/index.js';
import type { MatterClock } from './matter-clock.js';

/** Keeps the clocks of matters. */
export interface ClockStore {
  /** Every round of every clock of a matter, oldest first. */
  read(sql: Sql, matterUuid: string): Promise<readonly MatterClock[]>;
  /** Writes rounds, new ones and changed ones. */
  write(sql: Sql, matterUuid: string, rounds: readonly MatterClock[]): Promise<void>;
}

/** What an alarm needs to know of its matter. */
export type AlarmedMatter = Pick<Matter, 'uuid' | 'version' | 'department' | 'divisionCode' | 'localId' | 'bornIn'>;

/** A round of a clock that has something to tell, its matter held. */
export interface DueClock {
  readonly matter: AlarmedMatter;
  readonly round: MatterClock;
}

/** Something about a matter that is told between its steps. */
export interface Notice {
  /** The same whoever tells it. */
  readonly eventId: string;
  /** With the version that stands when it is told. */
  readonly matter: AlarmedMatter;
  /** In the event log's words, e.g. `MATTER_OVERDUE`. */
  readonly kind: string;
  /** Nothing sealed. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Tells notices: each is one event in the caller's transaction. */
export interface Notices {
  append(sql: Sql, notices: readonly Notice[]): Promise<void>;
}

/** An alarm that is told now. */
export interface ToldAlarm {
  readonly notice: Notice;
  /** The round as it stands afterwards. */
  readonly after: MatterClock;
}

/** Finds clocks that have something to tell, and keeps what they told. */
export interface AlarmStore {
  /** When the next alarm is to be told; null where none is. */
  nextAt(sql: Sql): Promise<Date | null>;
  /** The rounds with an alarm due, of so many matters at most, the latest ones first; their matters are held, those in other hands left out. */
  due(sql: Sql, at: Date, mostMatters: number): Promise<readonly DueClock[]>;
  /** Writes the rounds. */
  keep(sql: Sql, told: readonly ToldAlarm[]): Promise<void>;
}

/** A round of a clock, with the matter that it is of. */
export interface ClockOfMatter extends MatterClock {
  readonly matterUuid: string;
}

/** Reads the clocks of matters. */
export interface ClockReadModel {
  /** Every round, oldest first, as far as the scope shows the matters. */
  clocksOf(scope: Scope, matterUuids: readonly string[]): Promise<readonly ClockOfMatter[]>;
}
