import type { TableSchema } from '../../../database/schema-parts.js';
import { redrawTable } from './redraw.table.js';
import { redrawActTable } from './redraw-act.table.js';
import { redrawNoticeTable } from './redraw-notice.table.js';
import { redrawUnitTable } from './redraw-unit.table.js';
import { unitLineageTable } from './unit-lineage.table.js';

/** What lineage keeps in the city index. */
export const lineageTables: readonly TableSchema[] = [redrawTable, redrawUnitTable, redrawActTable, redrawNoticeTable, unitLineageTable];
