import { ArgsType, Field, Float, Int } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { CursorScalar, LayerKeyScalar } from '../../../graphql/scalars.js';
import type { LinkBasis } from '../link-basis.js';
import { LinkBasisEnum } from './grid-link.type.js';

/** Declares which links of a unit are wanted. */
@ArgsType()
export class LinkWishArgs {
  @Field(() => LinkBasisEnum, {
    nullable: true,
    description:
      '只要此依据；默认每行取一种（认定、面积、楼栋、代码依次）。Only this basis; one for each row when left out (declared, area, address, code in turn).',
  })
  basis?: LinkBasis | null;

  @Field(() => Float, {
    nullable: true,
    description: '权重下限 0..1；更轻的计入 omitted。The least weight, 0..1; lighter links count as omitted.',
  })
  minWeight?: number | null;
}

/** Declares what the links of a unit are asked by. */
@ArgsType()
export class LinksArgs extends LinkWishArgs {
  @Field(() => [Department], {
    nullable: true,
    description: '只到这些部门；默认全部图层。Only to these offices; to all layers when left out.',
  })
  to?: readonly string[] | null;

  @Field(() => [LayerKeyScalar], { nullable: true, description: '只到这些图层。Only to these layers.' })
  layers?: readonly string[] | null;

  @Field(() => Int, {
    defaultValue: 100,
    nullable: true,
    description: '每页多少条，1–100（机器密钥至 1000）。Links a page, 1 to 100 (machine keys up to 1,000).',
  })
  first?: number | null;

  @Field(() => CursorScalar, { nullable: true, description: '上一页的 endCursor。The endCursor of the page before.' })
  after?: string | null;
}

/** Declares which of an office's links an all-elements grid is asked for. */
@ArgsType()
export class DepartmentGridsOfGridArgs extends LinkWishArgs {
  @Field(() => Department, { nullable: true, description: '只要此部门；默认全部部门。Only this office; all when left out.' })
  department?: string | null;
}
