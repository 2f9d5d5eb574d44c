import { Field, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { LayerKeyScalar } from '../../../graphql/scalars.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import type { Layer } from '../layer.js';

type Shown = Pick<Layer, 'key' | 'department' | 'partition' | 'primary' | 'synthetic' | 'nameEn'>;

/** Declares the type `Layer`; its value is a `GridLayer`. Fields that are called otherwise than in the record are added by `LayerResolver`. */
@ObjectType('Layer', {
  description: '图层，某部门按一种编码方案划分的一套网格。One division of the ground, kept by one office under one scheme of ids.',
})
export class LayerType implements Shown {
  @Field(() => LayerKeyScalar, { simple: true, description: '图层键，全市唯一。The key of the layer, unique in the city.' })
  readonly key!: string;

  @Field(() => Department, {
    simple: true,
    nullable: true,
    description: '所属部门，全要素网格为空。The office that keeps it, null for the city’s own layer.',
  })
  readonly department!: DepartmentCode | null;

  @Field(() => String, { simple: true, description: '英文名称。The name in English.' })
  readonly nameEn!: string;

  @Field(() => Boolean, {
    simple: true,
    description: '各单元是否应铺满且互不重叠。Whether its units are meant to cover the ground without overlap.',
  })
  readonly partition!: boolean;

  @Field(() => Boolean, {
    simple: true,
    description: '是否为该部门的主图层，仅指明部门时即指它。Whether it answers where a question names the office only.',
  })
  readonly primary!: boolean;

  @Field(() => Boolean, {
    simple: true,
    description: '是否由程序生成而非实际划定。Whether a generator drew it, so that it is not the real ground.',
  })
  readonly synthetic!: boolean;
}
