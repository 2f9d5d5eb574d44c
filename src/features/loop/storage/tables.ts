import type { TableSchema } from '../../../database/schema-parts.js';
import { confirmationCodeTable } from './confirmation-code.table.js';
import { duplicateMarkTable } from './links/duplicate-mark.table.js';
import { matterLinkTableSchema } from './links/matter-link.table.js';
import { matterClockTable } from './matter-clock.table.js';
import { matterEvaluationTable } from './matter-evaluation.table.js';
import { matterSupervisionTable } from './matter-supervision.table.js';
import { matterSuspensionTable } from './matter-suspension.table.js';
import { matterTeamTaskTable } from './matter-team-task.table.js';

/** What the loop keeps in the city index. */
export const loopTables: readonly TableSchema[] = [
  matterClockTable,
  matterEvaluationTable,
  matterTeamTaskTable,
  confirmationCodeTable,
  matterSupervisionTable,
  matterSuspensionTable,
  matterLinkTableSchema,
  duplicateMarkTable,
];
