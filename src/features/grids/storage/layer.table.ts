import { EntitySchema } from 'typeorm';

import type { HeldLayer } from '../layer.js';

/** The columns of a row of `layer`. */
export interface LayerColumns extends HeldLayer {
  /** Since when the platform holds this for true; what it held before is a past layer. */
  readonly recordedFrom: Date;
}

/** What is said of a layer, without its key and clock. */
export const layerColumns = {
  department: { type: 'text', nullable: true },
  nameZh: { name: 'name_zh', type: 'text' },
  nameEn: { name: 'name_en', type: 'text' },
  partition: { name: 'is_partition', type: 'boolean' },
  primary: { name: 'is_primary', type: 'boolean' },
  idScheme: { name: 'id_scheme', type: 'text' },
  synthetic: { type: 'boolean' },
  ordinal: { type: 'integer' },
  membersOf: { name: 'members_of', type: 'text', nullable: true },
} as const;

/** The table `layer`: every office’s divisions of the ground, and the city’s own. */
export const layerTable = new EntitySchema<LayerColumns>({
  name: 'layer',
  columns: {
    key: { type: 'text', primary: true },
    ...layerColumns,
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ name: 'layer_ordinal_key', columns: ['ordinal'] }],
});
