import type { TableSchema } from '../../../database/schema-parts.js';
import { coverageTable } from './coverage.table.js';
import { crosswalkRunTable } from './crosswalk-run.table.js';
import { displacedCoverageTable } from './displaced-coverage.table.js';
import { displacedLinkTable } from './displaced-link.table.js';
import { linkTable } from './link.table.js';
import { linkDecisionTable } from './link-decision.table.js';
import { linkDecisionWeightTable } from './link-decision-weight.table.js';

/** What crosswalk keeps in the city index. */
export const crosswalkTables: readonly TableSchema[] = [
  crosswalkRunTable,
  linkTable,
  coverageTable,
  linkDecisionTable,
  linkDecisionWeightTable,
  displacedLinkTable,
  displacedCoverageTable,
];
