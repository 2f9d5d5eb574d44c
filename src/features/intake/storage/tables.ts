import type { TableSchema } from '../../../database/schema-parts.js';
import { boundaryRepairTable } from './boundary-repair.table.js';
import { changeFeedTable } from './change-feed.table.js';
import { cityTable } from './city.table.js';
import { countRecordTable } from './count-record.table.js';
import { elementRecordTable } from './element-record.table.js';
import { fileProgressTable } from './file-progress.table.js';
import { homeQuarantineTable } from './home-quarantine.table.js';
import { inboundTable } from './inbound.table.js';
import { inboundRefusalTable } from './inbound-refusal.table.js';
import { intakeRunTable } from './intake-run.table.js';
import { matterRecordTable } from './matter-record.table.js';
import { officeStateTable } from './office-state.table.js';
import { outboundTable } from './outbound.table.js';
import { outboundStepTable } from './outbound-step.table.js';
import { postRecordTable } from './post-record.table.js';
import { pushReceiptTable } from './push-receipt.table.js';
import { quarantinedRowTable } from './quarantined-row.table.js';
import { runFindingTable } from './run-finding.table.js';
import { runReportTable } from './run-report.table.js';
import { departmentStateTable } from './states/department-state.table.js';
import { unitRecordTable } from './unit-record.table.js';

/** What intake keeps in the city index. */
export const intakeTables: readonly TableSchema[] = [
  cityTable,
  intakeRunTable,
  quarantinedRowTable,
  boundaryRepairTable,
  runFindingTable,
  officeStateTable,
  departmentStateTable,
  outboundStepTable,
];

/** What every front database holds alike; each office adds its own tables. */
export const frontTables: readonly TableSchema[] = [
  unitRecordTable,
  elementRecordTable,
  countRecordTable,
  postRecordTable,
  matterRecordTable,
  homeQuarantineTable,
  inboundTable,
  inboundRefusalTable,
  pushReceiptTable,
  runReportTable,
  changeFeedTable,
  outboundTable,
  fileProgressTable,
];
