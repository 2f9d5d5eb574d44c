import { CityError } from '../../../kernel/city-error.js';
import type { DepartmentCode, LayerKey } from '../../../kernel/ids.js';
import type { GridLayer, GridModel } from '../../grids/index.js';
import type { LinkWish } from '../link.js';
import type { LinkBasis } from '../link-basis.js';

/** Which links somebody asks for, as a question names them. */
export interface LinkQuestion {
  readonly to?: readonly DepartmentCode[] | null | undefined;
  readonly layers?: readonly LayerKey[] | null | undefined;
  readonly basis?: LinkBasis | null | undefined;
  readonly minWeight?: number | null | undefined;
}

/**
 * The layers that a question means: those it names, else those of the offices it names, else all.
 * Throws `BAD_USER_INPUT` for a layer that the city does not have.
 */
export function targetLayers(model: GridModel, question: LinkQuestion): readonly GridLayer[] {
  const { to, layers } = question;
  for (const key of layers ?? []) if (model.layer(key) === null) throw unknownLayer(model, key);
  return model.layers.filter(
    (layer) =>
      (layers == null || layers.includes(layer.key)) && (to == null || (layer.department !== null && to.includes(layer.department))),
  );
}

/** What a question asks of the link table; throws `BAD_USER_INPUT` for a weight outside 0..1. */
export function linkWish(model: GridModel, question: LinkQuestion): LinkWish {
  const { basis, minWeight } = question;
  if (minWeight != null && !(minWeight >= 0 && minWeight <= 1)) throw badWeight(minWeight);
  const narrowed = question.to != null || question.layers != null;
  return {
    ...(narrowed ? { layerKeys: new Set(targetLayers(model, question).map((layer) => layer.key)) } : {}),
    ...(basis == null ? {} : { basis }),
    ...(minWeight == null ? {} : { minWeight }),
  };
}

function unknownLayer(model: GridModel, key: LayerKey): CityError {
  const known = model.layers.map((layer) => layer.key);
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `layers: expected layers of this city (${known.join(', ')}), got ${JSON.stringify(key)}.`,
    messageZh: `layers：应为本市图层（${known.join('、')}），收到 ${JSON.stringify(key)}。`,
    hint: 'The query layers lists them all.',
    details: { known },
  });
}

function badWeight(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `minWeight: expected a share between 0 and 1, got ${received}.`,
    messageZh: `minWeight：应为 0 到 1 之间的份额，收到 ${received}。`,
  });
}
