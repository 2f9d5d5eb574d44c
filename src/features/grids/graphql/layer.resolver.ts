import { FieldResolver, Int, Resolver, Root } from 'type-graphql';

import type { GridLayer } from '../grid-model.js';
import type { Layer } from '../layer.js';
import { LayerType } from './layer.type.js';

/** Answers what the schema calls otherwise than the record, and counts units. */
@Resolver(() => LayerType)
export class LayerResolver {
  @FieldResolver(() => String, { description: '中文名称。The name in Chinese.' })
  name(@Root() layer: Layer): string {
    return layer.nameZh;
  }

  @FieldResolver(() => String, { description: '编码方案，如 cn-unit-grid-15。The scheme of its ids, such as cn-unit-grid-15.' })
  scheme(@Root() layer: Layer): string {
    return layer.idScheme;
  }

  @FieldResolver(() => Int, { description: '所问之日有效的单元数。How many units are valid on the day that is asked for.' })
  units(@Root() { key, model }: GridLayer): number {
    return model.unitsOf(key).length;
  }
}
