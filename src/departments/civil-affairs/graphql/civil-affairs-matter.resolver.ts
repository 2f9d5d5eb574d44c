import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { CivilMatterOwn } from '../own-fields.js';
import { AssistanceKindEnum } from './assistance-kind.enum.js';
import { CivilAffairsMatterType } from './civil-affairs-matter.type.js';
import { CivilApplicationEnum } from './civil-application.enum.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => CivilAffairsMatterType)
export class CivilAffairsMatterResolver {
  readonly #own: ReadOwnField<Matter, CivilMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('CivilAffairs', reader);
  }

  @FieldResolver(() => AssistanceKindEnum, { nullable: true, description: '救助类别。The kind of assistance.' })
  assistanceKind(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<CivilMatterOwn['assistanceKind']> {
    return this.#own(matter, 'assistanceKind', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '服务事项。The service asked for.' })
  serviceItem(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<CivilMatterOwn['serviceItem']> {
    return this.#own(matter, 'serviceItem', context);
  }

  @FieldResolver(() => CivilApplicationEnum, { nullable: true, description: '申请的类型。What is applied for.' })
  application(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<CivilMatterOwn['application']> {
    return this.#own(matter, 'application', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否由工作人员帮办代办。Whether staff applied on somebody’s behalf.' })
  delegated(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<CivilMatterOwn['delegated']> {
    return this.#own(matter, 'delegated', context);
  }
}
