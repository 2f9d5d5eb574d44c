import type { Clock } from '../../kernel/clock.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { Log } from '../../kernel/log.js';
import type { Outbound } from '../../kernel/outbound.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, FindOrganisation } from '../access/index.js';
import type { GoverningLists } from '../catalogue/index.js';
import type { TimeLimits, WorkingCalendars } from '../clocks/index.js';
import type { CityModel } from '../crosswalk/index.js';
import type { MatterReadModel, MatterRegister, MatterSight, StepJudge } from '../matters/index.js';
import { AlarmScheduler } from './alarms/alarm-scheduler.js';
import { ClockAlarms } from './alarms/clock-alarms.js';
import { confirmByCode } from './confirmation/confirm-by-code.js';
import { ConfirmationCodes } from './confirmation/issue-code.js';
import { dispatchingEffects } from './dispatching/dispatching-effects.js';
import { evaluateMatter } from './evaluation/evaluate-matter.js';
import { FeedJudge } from './procedure/feed-judge.js';
import type { Procedure } from './procedure/procedure.js';
import { Procedures } from './procedure/procedures.js';
import type { LoopReading } from './reading/loop-reading.js';
import { NextSteps } from './reading/next-steps.js';
import { Proposals } from './reading/proposals.js';
import { beginLoop } from './steps/begin-loop.js';
import { officeEffects } from './steps/office-effects.js';
import type { StepEffect } from './steps/step.js';
import { ClosedLoop } from './steps/take-step.js';
import { AlarmTable } from './storage/alarm-table.js';
import { ClockReader } from './storage/clock-reader.js';
import { ClockTable } from './storage/clock-table.js';
import { CodeTable } from './storage/code-table.js';
import { EvaluationTable } from './storage/evaluation-table.js';
import { organisationLevels } from './storage/organisation-levels.js';
import { TeamTable } from './storage/team-table.js';
import { formJointTeam } from './teams/joint-team.js';
import { MatterTiming } from './timing/matter-timing.js';
import { othersWork } from './verification/own-work.js';

export { stopClocks } from './storage/stop-clocks.js';
export { loopTables } from './storage/tables.js';

/** Judges what feeds tell by the procedures that offices have of their own, and by the common one. */
export function feedJudge(own: ReadonlyMap<DepartmentCode, Procedure>): StepJudge {
  return new FeedJudge(own);
}

/** What the loop needs of the house. */
export interface LoopNeeds extends ActParts {
  readonly sql: Sql;
  readonly register: MatterRegister;
  readonly matters: MatterReadModel;
  readonly outbound: Outbound;
  readonly findOrganisation: FindOrganisation;
  readonly calendars: WorkingCalendars;
  readonly limits: Pick<TimeLimits, 'find'>;
  readonly lists: GoverningLists;
  readonly sight: MatterSight;
  /** The procedures that offices have of their own, by their code. */
  readonly ownProcedures: ReadonlyMap<DepartmentCode, Procedure>;
  readonly model: () => CityModel;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the loop offers. */
export interface LoopParts {
  readonly loop: ClosedLoop;
  /** Not started. */
  readonly alarms: AlarmScheduler;
  readonly codes: ConfirmationCodes;
  readonly loopReading: LoopReading;
  /** Begins the procedure of a new matter, in the transaction that wrote it. */
  readonly begun: (sql: Sql, matterUuid: string) => Promise<void>;
}

/** Builds the loop over the register of matters. Throws for a procedure that cannot run. */
export function wireLoop(needs: LoopNeeds): LoopParts {
  const procedures = new Procedures(needs.ownProcedures);
  const timing = new MatterTiming({ ...needs, store: new ClockTable() });
  const parts = { ...needs, procedures, timing };
  return {
    loop: new ClosedLoop({ ...parts, effects: effectsOf(needs) }),
    alarms: new AlarmScheduler({ ...needs, works: [new ClockAlarms({ ...needs, store: new AlarmTable() })] }),
    codes: new ConfirmationCodes({ ...needs, codes: new CodeTable() }),
    loopReading: {
      procedures,
      nextSteps: new NextSteps(parts),
      clockRounds: new ClockReader(needs.sql, needs.sight),
      teams: new TeamTable(needs.sql, needs.sight),
      proposals: new Proposals(needs),
    },
    begun: (sql, matterUuid) => beginLoop(sql, matterUuid, parts),
  };
}

/** What each step does besides changing state and clocks. */
function effectsOf(needs: LoopNeeds): Readonly<Record<string, StepEffect>> {
  return { ...officeEffects(needs), ...mainLineEffects(needs) };
}

/** From the dispatch to the evaluation. */
function mainLineEffects(needs: LoopNeeds): Readonly<Record<string, StepEffect>> {
  const parts = { ...needs, levelsOf: organisationLevels };
  return {
    ...dispatchingEffects(parts),
    formJointTeam: formJointTeam({ ...parts, teams: new TeamTable(needs.sql, needs.sight) }),
    verifyMatter: othersWork,
    sendBackForRework: othersWork,
    confirmByCode: confirmByCode(new CodeTable()),
    evaluateMatter: evaluateMatter({ ...needs, evaluations: new EvaluationTable() }),
  };
}
