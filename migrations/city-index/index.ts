import { CreateCityIndex1795000000001 } from './1795000000001-create-city-index.js';
import { CreateEventLog1795000000002 } from './1795000000002-create-event-log.js';
import { GrowCrosswalk1795000000003 } from './1795000000003-grow-crosswalk.js';
import { CreateLinkDecision1795000000004 } from './1795000000004-create-link-decision.js';
import { CreateLineage1795000000005 } from './1795000000005-create-lineage.js';
import { DateCodes1795000000006 } from './1795000000006-date-codes.js';
import { RecordRegister1795000000007 } from './1795000000007-record-register.js';
import { CountCrosswalkRuns1795000000008 } from './1795000000008-count-crosswalk-runs.js';
import { KeepFiledRedrawsWhole1795000000009 } from './1795000000009-keep-filed-redraws-whole.js';
import { PlaceInLevels1795000000011 } from './1795000000011-place-in-levels.js';
import { CreateAccessKey1795000000012 } from './1795000000012-create-access-key.js';
import { CreateSharingGrant1795000000013 } from './1795000000013-create-sharing-grant.js';
import { ChainAuditLog1795000000014 } from './1795000000014-chain-audit-log.js';
import { PinDocuments1795000000015 } from './1795000000015-pin-documents.js';
import { OrderMattersByDeadline1795000000017 } from './1795000000017-order-matters-by-deadline.js';
import { TellFilesOfRuns1795000000018 } from './1795000000018-tell-files-of-runs.js';
import { ClearQuarantine1795000000019 } from './1795000000019-clear-quarantine.js';
import { CreateOutboundStep1795000000021 } from './1795000000021-create-outbound-step.js';
import { LoosenMatterParts1795000000022 } from './1795000000022-loosen-matter-parts.js';
import { GrowMatterSteps1795000000023 } from './1795000000023-grow-matter-steps.js';
import { CreateWorkingCalendar1795000000024 } from './1795000000024-create-working-calendar.js';
import { CreateTimeLimit1795000000025 } from './1795000000025-create-time-limit.js';
import { CreateGoverningLists1795000000026 } from './1795000000026-create-governing-lists.js';
import { CreateOfficeForm1795000000027 } from './1795000000027-create-office-form.js';
import { RememberPlaces1795000000028 } from './1795000000028-remember-places.js';
import { OrderMattersByClosing1795000000029 } from './1795000000029-order-matters-by-closing.js';
import { CreateMatterEvaluation1795000000030 } from './1795000000030-create-matter-evaluation.js';
import { KeepMatterFlow1795000000031 } from './1795000000031-keep-matter-flow.js';
import { CreateDeliberation1795000000033 } from './1795000000033-create-deliberation.js';
import { CreateTeamTasksAndCodes1795000000034 } from './1795000000034-create-team-tasks-and-codes.js';
import { CreateMatterSupervision1795000000035 } from './1795000000035-create-matter-supervision.js';
import { CreateMatterLink1795000000036 } from './1795000000036-create-matter-link.js';
import { RememberDuplicateSearch1795000000037 } from './1795000000037-remember-duplicate-search.js';
import { KeepYellowOfMatters1795000000038 } from './1795000000038-keep-yellow-of-matters.js';
import { CountElementVersions1795000000040 } from './1795000000040-count-element-versions.js';
import { PartEventLog1795000000041 } from './1795000000041-part-event-log.js';
import { RememberDepartmentStates1795000000042 } from './1795000000042-remember-department-states.js';
import { IndexIndicators1795000000043 } from './1795000000043-index-indicators.js';

/** The city index's migrations, in order. */
export const cityIndexMigrations = [
  CreateCityIndex1795000000001,
  CreateEventLog1795000000002,
  GrowCrosswalk1795000000003,
  CreateLinkDecision1795000000004,
  CreateLineage1795000000005,
  DateCodes1795000000006,
  RecordRegister1795000000007,
  CountCrosswalkRuns1795000000008,
  KeepFiledRedrawsWhole1795000000009,
  PlaceInLevels1795000000011,
  CreateAccessKey1795000000012,
  CreateSharingGrant1795000000013,
  ChainAuditLog1795000000014,
  PinDocuments1795000000015,
  OrderMattersByDeadline1795000000017,
  TellFilesOfRuns1795000000018,
  ClearQuarantine1795000000019,
  CreateOutboundStep1795000000021,
  LoosenMatterParts1795000000022,
  GrowMatterSteps1795000000023,
  CreateWorkingCalendar1795000000024,
  CreateTimeLimit1795000000025,
  CreateGoverningLists1795000000026,
  CreateOfficeForm1795000000027,
  RememberPlaces1795000000028,
  OrderMattersByClosing1795000000029,
  CreateMatterEvaluation1795000000030,
  KeepMatterFlow1795000000031,
  CreateDeliberation1795000000033,
  CreateTeamTasksAndCodes1795000000034,
  CreateMatterSupervision1795000000035,
  CreateMatterLink1795000000036,
  RememberDuplicateSearch1795000000037,
  KeepYellowOfMatters1795000000038,
  CountElementVersions1795000000040,
  PartEventLog1795000000041,
  RememberDepartmentStates1795000000042,
  IndexIndicators1795000000043,
];
