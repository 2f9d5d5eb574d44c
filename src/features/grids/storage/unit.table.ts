import { EntitySchema } from 'typeorm';

import type { LayerKey, SourceId } from '../../../kernel/ids.js';

/** The columns of a row of `unit`. */
export interface UnitColumns {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  /** Counts re-uses of one local id after it was retired; 1 for the first. */
  readonly generation: number;
}

/** The table `unit`: every unit that ever was, by its office’s own id. */
export const unitTable = new EntitySchema<UnitColumns>({
  name: 'unit',
  columns: {
    uuid: { name: 'id', type: 'uuid', primary: true },
    layerKey: { name: 'layer_key', type: 'text', foreignKey: { target: 'layer', name: 'unit_layer_key_fkey' } },
    localId: { name: 'local_id', type: 'text' },
    generation: { type: 'integer' },
  },
  uniques: [{ name: 'unit_layer_key_local_id_generation_key', columns: ['layerKey', 'localId', 'generation'] }],
});
