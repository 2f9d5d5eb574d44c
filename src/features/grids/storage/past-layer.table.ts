import { EntitySchema } from 'typeorm';

import type { HeldLayer } from '../layer.js';
import { layerColumns } from './layer.table.js';

/** The columns of a row of `past_layer`. */
export interface PastLayerColumns extends HeldLayer {
  readonly recordedFrom: Date;
  readonly recordedTo: Date;
}

/** The table `past_layer`: what the platform held for true of a layer before it heard otherwise. */
export const pastLayerTable = new EntitySchema<PastLayerColumns>({
  name: 'past_layer',
  columns: {
    ...layerColumns,
    key: { type: 'text', primary: true, foreignKey: { target: 'layer', name: 'past_layer_key_fkey' } },
    recordedFrom: { name: 'recorded_from', type: 'timestamptz', primary: true },
    recordedTo: { name: 'recorded_to', type: 'timestamptz' },
  },
});
