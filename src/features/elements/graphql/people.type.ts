import { Field, Int, ObjectType } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { ElementKind } from '../element.js';
import type { Post, UnitCount } from '../read-models.js';
import { ElementKindEnum } from './element.type.js';

/** Declares a count that an office gives of a unit. */
@ObjectType('Count', {
  description: '部门就一个网格给出的数；只有数，从无人名。A count that an office gives of a unit; numbers only, never persons.',
})
export class CountType implements UnitCount {
  @Field(() => String, { description: '数的是什么。What is counted.' })
  measure!: string;

  @Field(() => Int, { nullable: true, description: '数值；过小而隐去时为 null。The value; null when it is suppressed for being small.' })
  value!: number | null;

  @Field(() => Boolean, { description: '是否因过小而隐去。Whether it was suppressed.' })
  suppressed!: boolean;

  @Field(() => Department, { description: '给出它的部门。The office that gives it.' })
  department!: string;

  @Field(() => DateScalar, { description: '数据截至。The day that it is of.' })
  asOf!: string;
}

/** Declares a post of a unit. */
@ObjectType('Post', { description: '网格岗位：组织与职责条线，从无人名。A post of a grid: a body and a duty line, never a name.' })
export class PostType implements Pick<Post, 'kind' | 'dutyLine' | 'vacant'> {
  @Field(() => String, {
    description:
      '岗位：GRID_LEADER 网格长、FULL_TIME 专职网格员、PART_TIME 兼职网格员、INSTRUCTOR 网格指导员、MEDIATOR 调解员、BRANCH_SECRETARY 党支部书记。The post: GRID_LEADER, FULL_TIME, PART_TIME, INSTRUCTOR, MEDIATOR or BRANCH_SECRETARY (of a party branch).',
  })
  kind!: string;

  @Field(() => String, { nullable: true, description: '职责条线。The duty line.' })
  dutyLine!: string | null;

  @Field(() => Boolean, { description: '是否空缺。Whether it is vacant.' })
  vacant!: boolean;
}

/** Declares how many elements of a kind a grid holds. */
@ObjectType('ElementCount', { description: '网格内某种要素的数量。How many elements of a kind a grid holds.' })
export class ElementCountType {
  @Field(() => ElementKindEnum, { simple: true, description: '种类。The kind.' })
  kind!: ElementKind;

  @Field(() => Int, { simple: true, description: '数量。How many.' })
  count!: number;
}
