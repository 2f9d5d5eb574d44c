import { ArgsType, Field, InputType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { Department } from '../../../graphql/department.js';
import { DivisionFilter } from '../../../graphql/inputs/division-filter.js';
import { GridCodeScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { ElementKind } from '../element.js';
import type { OrganisationKind } from '../organisation.js';
import { ElementKindEnum } from './element.type.js';
import { OrganisationKindEnum } from './organisation.type.js';

/** Declares the conditions on elements. */
@InputType('ElementFilter', { description: '对要素的条件，须同时满足。Conditions on elements, all of which must hold.' })
export class ElementFilter {
  @Field(() => [ElementKindEnum], { nullable: true, description: '种类是其中之一。The kind is one of these.' })
  kind?: readonly ElementKind[] | null;

  @Field(() => [Department], { nullable: true, description: '登记部门是其中之一。The register is one of these offices’.' })
  department?: readonly string[] | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it stands in.' })
  division?: DivisionFilter | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '所在全要素网格。The all-elements grid it stands in.' })
  grid?: string | null;

  @Field(() => String, { nullable: true, description: '名称包含，按字面比较。The name contains this, literally.' })
  nameContains?: string | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '登记方编号是其中之一。The id in its register is one of these.' })
  sourceId?: readonly string[] | null;
}

/** Declares what a list of elements is asked by. */
@ArgsType()
export class ElementsArgs extends PageArgs {
  @Field(() => ElementFilter, { nullable: true, description: '条件。Conditions.' })
  where?: ElementFilter | null;
}

/** Declares what the elements of a grid are asked by. */
@ArgsType()
export class ElementsOfGridArgs extends PageArgs {
  @Field(() => [ElementKindEnum], { nullable: true, description: '只要这些种类；默认全部。Only these kinds; all when left out.' })
  kinds?: readonly ElementKind[] | null;
}

/** Declares the conditions on organisations. */
@InputType('OrganisationFilter', { description: '对组织的条件，须同时满足。Conditions on organisations, all of which must hold.' })
export class OrganisationFilter {
  @Field(() => [OrganisationKindEnum], { nullable: true, description: '种类是其中之一。The kind is one of these.' })
  kind?: readonly OrganisationKind[] | null;

  @Field(() => Department, { nullable: true, description: '它代表的部门。The office it represents.' })
  department?: string | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所属行政区划。The division it belongs to.' })
  division?: DivisionFilter | null;

  @Field(() => [SourceIdScalar], { nullable: true, description: '代码是其中之一。The code is one of these.' })
  code?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: '名称包含，按字面比较。The name contains this, literally.' })
  nameContains?: string | null;
}

/** Declares what a list of organisations is asked by. */
@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationFilter, { nullable: true, description: '条件。Conditions.' })
  where?: OrganisationFilter | null;
}
