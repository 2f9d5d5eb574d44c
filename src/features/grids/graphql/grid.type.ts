import { Field, Float, Int, InterfaceType } from 'type-graphql';

import { NodeType, typeNameOf } from '../../../graphql/node.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { GridLayer, GridUnit } from '../grid-model.js';
import { LayerType } from './layer.type.js';

type Shown = Pick<GridUnit, 'id' | 'name' | 'layer' | 'areaM2' | 'households' | 'validFrom' | 'validTo' | 'asOf'>;

/** Declares the interface `Grid`; its values are {@link GridUnit}s. `GridResolver` and upper features add fields to it. */
@InterfaceType('Grid', {
  implements: NodeType,
  resolveType: typeNameOf,
  autoRegisterImplementations: false,
  description:
    '网格单元，部门的或全市的，其内容随根字段的 at 而定。A unit, of an office or of the city, as it stands on the date that the root field asks for.',
})
export abstract class GridType extends NodeType implements Shown {
  @Field(() => String, { simple: true, description: '名称。The name.' })
  readonly name!: string;

  @Field(() => LayerType, { simple: true, description: '所在图层。The layer it is a unit of.' })
  readonly layer!: GridLayer;

  @Field(() => Float, {
    simple: true,
    nullable: true,
    description: '面积，平方米，按椭球面。The area in square metres on the ellipsoid, null without a boundary.',
  })
  readonly areaM2!: number | null;

  @Field(() => Int, { simple: true, nullable: true, description: '户数。The number of households, null where nobody counted.' })
  readonly households!: number | null;

  @Field(() => DateScalar, { simple: true, description: '自该日起有效。The first day on which it is valid.' })
  readonly validFrom!: string;

  @Field(() => DateScalar, {
    simple: true,
    nullable: true,
    description: '自该日起不再有效，空则仍有效。The first day on which it is valid no longer, null while it is valid.',
  })
  readonly validTo!: string | null;

  @Field(() => DateScalar, { simple: true, description: '数据截至日期。The day up to which its keeper vouches for it.' })
  readonly asOf!: string;
}
