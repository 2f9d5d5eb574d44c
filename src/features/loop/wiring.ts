import type { Clock } from '../../kernel/clock.js';
import { dateIn } from '../../kernel/dates.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { Log } from '../../kernel/log.js';
import type { Outbound } from '../../kernel/outbound.js';
import type { Sql } from '../../kernel/sql.js';
import type { ActParts, FindOrganisation } from '../access/index.js';
import type { GoverningLists } from '../catalogue/index.js';
import type { TimeLimits, WorkingCalendars } from '../clocks/index.js';
import type { CityModel } from '../crosswalk/index.js';
import type { MatterReadModel, MatterRegister, MatterSight, MattersTold, ReportingAgain, StepJudge } from '../matters/index.js';
import { AlarmScheduler } from './alarms/alarm-scheduler.js';
import { ClockAlarms } from './alarms/clock-alarms.js';
import type { DueWork } from './alarms/due-work.js';
import { appealEffects } from './appeals/appeal-effects.js';
import { confirmByCode } from './confirmation/confirm-by-code.js';
import { ConfirmationCodes } from './confirmation/issue-code.js';
import type { ElsewhereParts } from './dispatching/already-elsewhere.js';
import { dispatchingEffects } from './dispatching/dispatching-effects.js';
import { evaluateMatter } from './evaluation/evaluate-matter.js';
import { extensionEffects } from './extensions/extension-effects.js';
import { DuplicateSearch } from './links/duplicate-search.js';
import { duplicateWindow } from './links/duplicate-window.js';
import { MatterLinking } from './links/link-matters.js';
import { mergeMatters } from './links/merge-matters.js';
import type { DuplicateReadModel, MatterLinkReadModel } from './links/ports.js';
import { reopenMatter } from './links/reopen-matter.js';
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
import { DuplicateReader } from './storage/links/duplicate-reader.js';
import { duplicateTable } from './storage/links/duplicate-table.js';
import { findReopening, linkedMatters, MatterLinkReader, matterLinkTable } from './storage/links/matter-link-table.js';
import { noticeLog } from './storage/notice-log.js';
import { organisationLevels } from './storage/organisation-levels.js';
import { SupervisionReader, supervisionTable } from './storage/supervision-table.js';
import { suspensionTable } from './storage/suspension-table.js';
import { TeamTable } from './storage/team-table.js';
import { toldClockTable } from './storage/told-clock-table.js';
import type { SupervisionReadModel } from './supervision/ports.js';
import { SupervisionAlarms } from './supervision/supervision-alarms.js';
import { supervisionEffects } from './supervision/supervision-effects.js';
import { suspensionEffects } from './suspension/suspension-effects.js';
import { SuspensionEnds } from './suspension/suspension-ends.js';
import { formJointTeam } from './teams/joint-team.js';
import { MatterTiming } from './timing/matter-timing.js';
import { clocksAsTold, type ToldClockParts } from './told/told-clocks.js';
import { othersWork } from './verification/own-work.js';

export { loopTables } from './storage/tables.js';

/** Judges what feeds tell by the procedures that offices have of their own, and by the common one. */
export function feedJudge(own: ReadonlyMap<DepartmentCode, Procedure>): StepJudge {
  return new FeedJudge(own);
}

/** Moves the clocks of matters as their offices tell of them. */
export function toldClocks(needs: Omit<ToldClockParts, 'store'>): MattersTold {
  return clocksAsTold({ ...needs, store: toldClockTable });
}

/** What the loop needs of the house. */
export interface LoopNeeds extends ActParts {
  readonly reportingAgain: ReportingAgain;
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
  readonly matterLinks: MatterLinkReadModel;
  readonly duplicates: DuplicateReadModel;
  readonly linking: MatterLinking;
  readonly supervisions: SupervisionReadModel;
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
  const parts = { ...needs, procedures, timing, notices: noticeLog };
  const loop = new ClosedLoop({ ...parts, effects: effectsOf({ ...needs, procedures, linkedMatters: linkedMatters(needs.sight) }) });
  const { sql, sight } = needs;
  return {
    codes: new ConfirmationCodes({ ...needs, codes: new CodeTable() }),
    loopReading: {
      procedures,
      nextSteps: new NextSteps(parts),
      clockRounds: new ClockReader(sql, sight),
      teams: new TeamTable(sql, sight),
      proposals: new Proposals(needs),
    },
    loop,
    matterLinks: new MatterLinkReader(sql, sight),
    duplicates: new DuplicateReader(sql, sight),
    linking: new MatterLinking({ ...needs, links: matterLinkTable }),
    supervisions: new SupervisionReader(sql, sight),
    alarms: new AlarmScheduler({ ...needs, works: worksOf(needs, loop) }),
    begun: (writing, matterUuid) => beginLoop(writing, matterUuid, parts),
  };
}

/** What each step does besides changing state and clocks. */
function effectsOf(needs: LoopNeeds & ElsewhereParts): Readonly<Record<string, StepEffect>> {
  return { ...officeEffects(needs), ...mainLineEffects(needs), ...effectsBesideTheLine(needs) };
}

/** From the dispatch to the evaluation. */
function mainLineEffects(needs: LoopNeeds & ElsewhereParts): Readonly<Record<string, StepEffect>> {
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

/** More time, supervision, appeals, and matters that belong together. */
function effectsBesideTheLine(needs: LoopNeeds & ElsewhereParts): Readonly<Record<string, StepEffect>> {
  const parts = {
    ...needs,
    clockStore: new ClockTable(),
    suspensions: suspensionTable,
    supervisions: supervisionTable,
    links: matterLinkTable,
  };
  return {
    ...extensionEffects(parts),
    ...suspensionEffects(parts),
    ...supervisionEffects(parts),
    ...appealEffects(parts),
    reopenMatter: reopenMatter({ ...parts, findReopening: findReopening(needs.sight) }),
    mergeMatters: mergeMatters(parts),
  };
}

/** What falls due by itself. */
function worksOf(needs: LoopNeeds, loop: ClosedLoop): readonly DueWork[] {
  const parts = { ...needs, notices: noticeLog, suspensions: suspensionTable, supervisions: supervisionTable };
  const takeByItself = loop.takeByItself.bind(loop);
  return [
    new ClockAlarms({ ...parts, store: new AlarmTable() }),
    new SuspensionEnds({ ...parts, takeByItself }),
    new SupervisionAlarms(parts),
    new DuplicateSearch({
      ...parts,
      duplicates: duplicateTable,
      window: duplicateWindow,
      dayAt: (at) => dateIn(needs.model().city.timeZone, at),
    }),
  ];
}
