import { connectionType } from '../../../graphql/connection.js';
import type { GridUnit } from '../grid-model.js';
import { AllElementsGridType } from './all-elements-grid.type.js';
import { DepartmentGridType } from './department-grid.type.js';

/** Declares a page of all-elements grids. */
export const AllElementsGridConnection = connectionType<GridUnit>(
  { name: 'AllElementsGrid', zh: '全要素网格', en: 'all-elements grids' },
  () => AllElementsGridType,
);

/** Declares a page of an office's grids. */
export const DepartmentGridConnection = connectionType<GridUnit>(
  { name: 'DepartmentGrid', zh: '部门网格', en: 'office grids' },
  () => DepartmentGridType,
);
