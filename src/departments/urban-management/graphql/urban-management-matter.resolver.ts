import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { UrbanMatterOwn } from '../own-fields.js';
import { UrbanManagementMatterType } from './urban-management-matter.type.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => UrbanManagementMatterType)
export class UrbanManagementMatterResolver {
  readonly #own: ReadOwnField<Matter, UrbanMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('UrbanManagement', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '立案条件。The condition under which it was filed.' })
  filingCondition(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['filingCondition']> {
    return this.#own(matter, 'filingCondition', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '处置时限，原样保存，如 4小时。The limit for handling exactly as the office writes it, in its own kind of hours or days.',
  })
  timeLimit(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['timeLimit']> {
    return this.#own(matter, 'timeLimit', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '旧标准下的事项代码。The code of its category under the former standard.' })
  formerCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['formerCode']> {
    return this.#own(matter, 'formerCode', context);
  }

  @FieldResolver(() => SourceIdScalar, {
    nullable: true,
    description: '主管部门的统一社会信用代码。The credit code of the department in charge.',
  })
  departmentCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['departmentCode']> {
    return this.#own(matter, 'departmentCode', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '所涉部件的标识码。The id of the component that it is about.' })
  componentId(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['componentId']> {
    return this.#own(matter, 'componentId', context);
  }
}
