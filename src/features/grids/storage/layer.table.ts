import { EntitySchema } from 'typeorm';

import type { Layer } from '../layer.js';

/** The table `layer`: every office’s divisions of the ground, and the city’s own. */
export const layerTable = new EntitySchema<Omit<Layer, 'typeName'>>({
  name: 'layer',
  columns: {
    key: { type: 'text', primary: true },
    department: { type: 'text', nullable: true },
    nameZh: { name: 'name_zh', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
    partition: { name: 'is_partition', type: 'boolean' },
    primary: { name: 'is_primary', type: 'boolean' },
    idScheme: { name: 'id_scheme', type: 'text' },
    synthetic: { type: 'boolean' },
    ordinal: { type: 'integer' },
  },
  uniques: [{ name: 'layer_ordinal_key', columns: ['ordinal'] }],
});
