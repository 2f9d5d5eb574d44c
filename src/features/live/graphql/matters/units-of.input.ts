import { Field, InputType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { LayerKeyScalar } from '../../../../graphql/scalars.js';
import { CityError } from '../../../../kernel/city-error.js';
import type { LayerKey } from '../../../../kernel/ids.js';
import { allElementsLayer, type GridModel, layersAsked } from '../../../grids/index.js';

/** Declares whose units a viewer thinks in. */
@InputType('UnitsOfInput', {
  description:
    '以哪个部门的哪个图层表示位置；都不填为全要素网格；该图层换界时投递 Rebase。In whose units, and of which layer; the all-elements grids where both are left out. A change of its boundaries comes as a Rebase.',
})
export class UnitsOfInput {
  @Field(() => Department, { nullable: true, description: '部门；全要素网格不填。The office; left out for the all-elements grids.' })
  department?: string | null;

  @Field(() => LayerKeyScalar, {
    nullable: true,
    description: '图层；不填为该部门的主图层。The layer; the office’s primary one when left out.',
  })
  layer?: LayerKey | null;
}

/** The layer that an input means; throws `BAD_USER_INPUT` where the office keeps no such layer. */
export function layerOf({ department, layer }: UnitsOfInput, model: GridModel): LayerKey {
  const keeper = department ?? (layer == null ? null : (model.layer(layer)?.department ?? null));
  if (keeper === null && (layer ?? allElementsLayer) === allElementsLayer) return allElementsLayer;
  const layers = layersAsked(model, keeper ?? '', layer ?? null);
  const found = layer == null ? layers.find(({ primary }) => primary) : layers[0];
  if (found) return found.key;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `unitsOf: expected an office that keeps a primary layer, got ${keeper}, which keeps none.`,
    messageZh: `unitsOf：应为有主图层的部门，收到 ${keeper}，无主图层。`,
    hint: 'The query layers lists them all.',
  });
}
