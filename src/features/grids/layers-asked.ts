import { CityError } from '../../kernel/city-error.js';
import type { DepartmentCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { GridModel } from './grid-model.js';
import type { GridUnit } from './grid-model.js';
import type { Layer } from './layer.js';

/** The layers that a question means: the one it names, or all of the office's. Throws `BAD_USER_INPUT` where the office keeps no such layer. */
export function layersAsked(model: GridModel, department: DepartmentCode, layerKey: LayerKey | null): readonly Layer[] {
  const layers = model.layersOf(department);
  if (layerKey === null) return layers;
  const found = layers.filter((layer) => layer.key === layerKey);
  if (found.length > 0) return found;
  const known = layers.map((layer) => layer.key).join(', ') || 'none';
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `layer: expected a layer of ${department} (${known}), got ${JSON.stringify(layerKey)}.`,
    messageZh: `layer：应为 ${department} 的图层（${known}），收到 ${JSON.stringify(layerKey)}。`,
    hint: 'The query layers lists them all.',
    details: { department, known: layers.map((layer) => layer.key) },
  });
}

/** The unit of that local id in one of the layers, null where there is none; throws `AMBIGUOUS_ID` when several layers hold the id. */
export function theOneUnit(layers: readonly Layer[], localId: SourceId, model: GridModel): GridUnit | null {
  const found = layers.flatMap((layer) => model.unit(layer.key, localId) ?? []);
  if (found.length <= 1) return found[0] ?? null;
  const keys = found.map((unit) => unit.layer.key);
  throw new CityError({
    code: 'AMBIGUOUS_ID',
    message: `localId: ${JSON.stringify(localId)} stands in several layers: ${keys.join(', ')}.`,
    messageZh: `localId：${JSON.stringify(localId)} 同时存在于多个图层：${keys.join('、')}。`,
    hint: 'Name the layer.',
    details: { layers: keys },
  });
}
