import { EntitySchema } from 'typeorm';

/** The columns of a row of `matter_element`. */
export interface MatterElementColumns {
  readonly matterUuid: string;
  readonly elementUuid: string;
}

/** The table `matter_element`: the elements that a matter concerns. */
export const matterElementTable = new EntitySchema<MatterElementColumns>({
  name: 'matter_element',
  columns: {
    matterUuid: {
      name: 'matter_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'matter', name: 'matter_element_matter_id_fkey', onDelete: 'CASCADE' },
    },
    elementUuid: {
      name: 'element_id',
      type: 'uuid',
      primary: true,
      foreignKey: { target: 'element', name: 'matter_element_element_id_fkey' },
    },
  },
  indices: [{ name: 'matter_element_by_element', columns: ['elementUuid'] }],
});
