import { EntitySchema } from 'typeorm';

import type { Category } from '../category.js';

/** The table `matter_category`: every standard’s categories of matters and components. */
export const matterCategoryTable = new EntitySchema<Category>({
  name: 'matter_category',
  columns: {
    standard: { type: 'text', primary: true },
    kind: { type: 'text', primary: true },
    code: { type: 'text', primary: true },
    nameZh: { name: 'name_zh', type: 'text' },
    nameEn: { name: 'name_en', type: 'text', nullable: true },
    parentCode: { name: 'parent_code', type: 'text', nullable: true },
  },
});
