import type { TableSchema } from '../../../database/schema-parts.js';
import { dutyTable } from './duty.table.js';
import { dutyMoveTable } from './duty-move.table.js';
import { elementTable } from './element.table.js';
import { organisationTable } from './organisation.table.js';
import { organisationIdTable } from './organisation-id.table.js';
import { postTable } from './post.table.js';
import { unitCountTable } from './unit-count.table.js';

/** What elements keep in the city index. */
export const elementsTables: readonly TableSchema[] = [
  organisationTable,
  organisationIdTable,
  dutyMoveTable,
  dutyTable,
  elementTable,
  unitCountTable,
  postTable,
];
