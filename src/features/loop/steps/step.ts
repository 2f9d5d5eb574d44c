import type { CalendarDate } from '../../../kernel/dates.js';
import type { SourceId } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Acting } from '../../access/index.js';
import type { TimeLimit } from '../../clocks/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Deadline, Handler, HeldMatter, PastStep } from '../../matters/index.js';
import type { Scores } from '../evaluation/evaluation.js';
import type { Notice } from '../ports.js';
import type { Transition } from '../procedure/procedure.js';
import type { TeamMember } from '../teams/team-task.js';

/** What a step carries; which parts of it a step must carry is said by its transition. */
export interface Carried {
  /** 1 to 1,000 characters that name no person; never on sealed matters. */
  readonly reason: string | null;
  /** What was done or found; the same rules. */
  readonly result: string | null;
  /** Codes of organisations; the first leads. */
  readonly organisations: readonly SourceId[];
  readonly until: CalendarDate | null;
  readonly limit: TimeLimit | null;
  /** Uuid of another matter. */
  readonly otherMatter: string | null;
  /** The row of the city's limits that the dispatcher picked (立案条件); null for the row without condition. */
  readonly condition: string | null;
  readonly decision: 'GRANTED' | 'REFUSED' | null;
  /** The day on which what is told was done; never after today. */
  readonly doneOn: CalendarDate | null;
  readonly scores: Scores | null;
  /** Who takes part in a joint team, each with its level and task. */
  readonly team: readonly TeamMember[];
  /** What a resident says to confirm a result; never kept. */
  readonly code: string | null;
  /** What only this step has; kept with it as it is, so nothing sealed. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** A step that carries nothing. */
export const nothingCarried: Carried = {
  reason: null,
  result: null,
  organisations: [],
  until: null,
  limit: null,
  otherMatter: null,
  condition: null,
  decision: null,
  doneOn: null,
  scores: null,
  team: [],
  code: null,
  own: {},
};

/** Who takes a step: with its scope, by which it finds the matter, and the city in which rights are compared. */
export interface StepActing extends Acting {
  readonly scope: Scope;
  readonly model: CityModel;
}

/** Everything that a step is judged by. */
export interface Situation {
  readonly sql: Sql;
  readonly matter: HeldMatter;
  /** The state in the matter's own procedure. */
  readonly state: string;
  readonly transition: Transition;
  readonly carried: Carried;
  readonly acting: StepActing;
  readonly at: Date;
  /** In the city's time zone. */
  readonly today: CalendarDate;
  /** The organisation in whose name it is taken; null for nobody's. */
  readonly organisationUuid: string | null;
  /** Everything that the matter has gone through; read when it is first asked for. */
  readonly past: () => Promise<readonly PastStep[]>;
}

/** What a step changes besides state, version and clocks. */
export interface Effect {
  /** Who handles the matter from now on; left out: as before. */
  readonly handlers?: readonly Handler[];
  /** What is kept with the step for those who read the history. */
  readonly kept?: Readonly<Record<string, unknown>>;
  /** The deadline, where the effect itself changed clocks; then the procedure's table moves none. */
  readonly deadline?: Deadline | null;
  /** What is told besides the step. */
  readonly notices?: readonly Notice[];
}

/** Judges a step by more than the table says and writes what belongs to it alone; throws a named refusal, upon which nothing stands. */
export type StepEffect = (situation: Situation) => Promise<Effect>;
