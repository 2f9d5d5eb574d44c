import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../grid-model.js';
import type { Layer } from '../layer.js';
import { LayerType } from './layer.type.js';

/** Answers what the schema calls otherwise than the record, and counts units. */
@Resolver(() => LayerType)
export class LayerResolver {
  @FieldResolver()
  name(@Root() layer: Layer): string {
    return layer.nameZh;
  }

  @FieldResolver()
  scheme(@Root() layer: Layer): string {
    return layer.idScheme;
  }

  @FieldResolver()
  units(@Root() layer: Layer, @Ctx() { model }: RequestContext<GridModel>): number {
    return model.unitsOf(layer.key).length;
  }
}
