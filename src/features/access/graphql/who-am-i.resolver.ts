import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';

import { Department } from '../../../graphql/department.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DivisionCodeScalar } from '../../../graphql/scalars.js';
import type { Principal, Role } from '../../../kernel/principal.js';

/** Declares who asks. */
@ObjectType('Principal', {
  description: '调用者：一个人或一台机器，及其所属部门与可见范围。The caller: a person or a machine, its office and what it may see.',
})
export class PrincipalType implements Omit<Principal, 'organisation' | 'grids' | 'credential'> {
  @Field(() => String, { description: '稳定名称。Its stable name.' })
  subject!: string;

  @Field(() => String, { description: 'PERSON 人员或 MACHINE 机器。PERSON or MACHINE.' })
  kind!: 'PERSON' | 'MACHINE';

  @Field(() => String, { description: '角色。Its role.' })
  role!: Role;

  @Field(() => Department, {
    nullable: true,
    description: '所代表的部门；代表全市时为 null。The office it speaks for; null for the city as a whole.',
  })
  department!: string | null;

  @Field(() => [DivisionCodeScalar], { description: '可见的行政区划。The divisions it may see.' })
  divisions!: readonly string[];
}

/** Answers who asks. */
@Resolver()
export class WhoAmIResolver {
  @Query(() => PrincipalType, { description: '我是谁、可见什么。Who I am and what I may see.' })
  whoAmI(@Ctx() { principal }: RequestContext): Principal {
    return principal;
  }
}
