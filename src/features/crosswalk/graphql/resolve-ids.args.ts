import { ArgsType, Field, Float, InputType } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import { Department } from '../../../graphql/department.js';
import { LayerKeyScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { LinkBasis } from '../link-basis.js';
import { LinkBasisEnum } from './grid-link.type.js';

/** Declares an id of an office, asked for. */
@InputType('DepartmentalIdInput', { description: '某部门的一个编号。An id of an office.' })
export class DepartmentalIdInput {
  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => SourceIdScalar, { description: '部门自己的编号，字符串。The office’s own id, a string.' })
  localId!: string;

  @Field(() => LayerKeyScalar, {
    nullable: true,
    description:
      '图层；不给则在全部图层中找，两处命中即 AMBIGUOUS。The layer; all of the office’s when left out, two hits answer AMBIGUOUS.',
  })
  layer?: string | null;
}

/** Declares what ids are resolved by. */
@ArgsType()
export class ResolveIdsArgs extends InstantArgs {
  @Field(() => [DepartmentalIdInput], { description: '要解析的编号，至多 1000 个。The ids to resolve, 1,000 at most.' })
  ids!: readonly DepartmentalIdInput[];

  @Field(() => [Department], {
    nullable: true,
    description: '解析到哪些部门；默认全部图层。To which offices; to all layers when left out.',
  })
  to?: readonly string[] | null;

  @Field(() => [LayerKeyScalar], { nullable: true, description: '解析到哪些图层。To which layers.' })
  layers?: readonly string[] | null;

  @Field(() => LinkBasisEnum, { nullable: true, description: '只用此依据。Only this basis.' })
  basis?: LinkBasis | null;

  @Field(() => Float, { nullable: true, description: '权重下限 0..1。The least weight, 0..1.' })
  minWeight?: number | null;
}
