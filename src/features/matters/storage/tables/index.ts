import type { TableSchema } from '../../../../database/schema-parts.js';
import { matterTable } from './matter.table.js';
import { matterAssignmentTable } from './matter-assignment.table.js';
import { matterElementTable } from './matter-element.table.js';
import { matterPlacementTable } from './matter-placement.table.js';
import { matterTransitionTable } from './matter-transition.table.js';
import { pastMatterPlacementTable } from './past-matter-placement.table.js';
import { placedGroundTable } from './placed-ground.table.js';
import { placingMarkTable } from './placing-mark.table.js';

/** What matters keep in the city index. */
export const mattersTables: readonly TableSchema[] = [
  matterTable,
  matterPlacementTable,
  pastMatterPlacementTable,
  placedGroundTable,
  placingMarkTable,
  matterAssignmentTable,
  matterTransitionTable,
  matterElementTable,
];
