import type { TimeLimit } from '../../clocks/index.js';
import type { MatterState } from '../../matters/index.js';

/**
 * Who may take a step, besides the right that its mutation asks for. GRID_STAFF: grid workers and staff of the community, on their ground.
 * TOWNSHIP: whoever dispatches on that ground. COUNTY: whoever dispatches for the county level or the city above it, save the hotline. LEAD, TEAM: the organisation that
 * leads the matter, one that takes part. KEEPER: the organisation that keeps it. REPORTER: the account that reported it. OFFICE: the office
 * in whose register it stands. FILER: the account that filed it (立案); the office where no account of the platform did. SUPERVISOR: whoever
 * supervises on that ground. SYSTEM: an office's machine, by its feed.
 */
export const actors = [
  'GRID_STAFF',
  'TOWNSHIP',
  'COUNTY',
  'LEAD',
  'TEAM',
  'KEEPER',
  'REPORTER',
  'OFFICE',
  'FILER',
  'SUPERVISOR',
  'SYSTEM',
] as const;

/** One of {@link actors}. */
export type Actor = (typeof actors)[number];

/** What a step may have to carry. */
export const carriedThings = [
  'REASON',
  'RESULT',
  'ORGANISATION',
  'ORGANISATIONS',
  'UNTIL',
  'LIMIT',
  'MATTER',
  'CONDITION',
  'DECISION',
  'SCORES',
  'TEAM',
  'CODE',
] as const;

/** One of {@link carriedThings}. */
export type CarriedThing = (typeof carriedThings)[number];

/** The clocks of a matter. */
export const clockKinds = ['REVIEW', 'ACCEPTANCE', 'HANDLING', 'FEEDBACK', 'VERIFICATION', 'EVALUATION'] as const;

/** The name of a clock: one of {@link clockKinds}, or one that an office's own procedure names. */
export type ClockKind = string;

/** What a step does to a clock. START begins a new round; RESTART too, ending the one that runs; EXTEND adds a lawful limit to the end of its time. */
export type ClockMove =
  | { readonly clock: ClockKind; readonly does: 'START' | 'RESTART' | 'STOP' | 'PAUSE' | 'RESUME' }
  | { readonly clock: ClockKind; readonly does: 'EXTEND'; readonly by: LimitName };

/** The name under which a procedure lists a limit of the law: a clock's, an extension's, or that of a time within which something may be asked for. */
export type LimitName = string;

/** One step that a procedure allows. */
export interface Transition {
  /** Its name, which is that of the mutation that takes it wherever there is one of its own. */
  readonly step: string;
  readonly from: readonly string[];
  /** SAME: the state stays as it is. */
  readonly to: string;
  readonly by: readonly Actor[];
  readonly carries: readonly CarriedThing[];
  readonly clocks: readonly ClockMove[];
  /** The time within which it may be taken, counted from when the matter last came to one of these states; always where left out. */
  readonly within?: { readonly limit: LimitName; readonly since: readonly string[] };
  /** Steps after which neither their account nor, unless LEAD takes this one, their organisation may: nobody checks work of their own. */
  readonly apartFrom?: readonly string[];
  /** Whether it is a judgement that somebody answers for (核实、结项、评价、裁定): no machine takes it. */
  readonly judges?: true;
}

/** One state of a procedure. */
export interface ProcedureState {
  readonly nameZh: string;
  /** The common state that it counts as. */
  readonly common: MatterState;
  /** Whether nothing more has to be done; what may still be done (evaluate, reopen) leads out of it none the less. */
  readonly isFinal: boolean;
}

/** A procedure (办理流程) as data: the common one, or the one that an office has of its own. Checked by `checkProcedure` before anything runs on it. */
export interface Procedure {
  /** `common`, or the key of the office. */
  readonly key: string;
  readonly nameZh: string;
  /** The law or standard that it follows. */
  readonly source: string;
  readonly initial: string;
  /** What its first state does to the clocks. */
  readonly begins: readonly ClockMove[];
  readonly states: Readonly<Record<string, ProcedureState>>;
  readonly transitions: readonly Transition[];
  /** The limits that the law itself sets; the city's stand behind them. */
  readonly limits: readonly LawfulLimit[];
}

/** A limit that the law sets. */
export interface LawfulLimit {
  /** The clock that it is for, or what else it limits. */
  readonly clock: LimitName;
  readonly limit: TimeLimit;
  /** Law and article. */
  readonly source: string;
}

/** The target of a transition that leaves the state as it is. */
export const sameState = 'SAME';

/** A limit of the law that a procedure lists; that it does is checked before anything runs on it. */
export function lawfulLimit({ limits }: Procedure, name: LimitName): TimeLimit {
  return limits.find(({ clock }) => clock === name)!.limit;
}
