import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PetitionMatterOwn } from '../own-fields.js';
import { JointBandEnum } from './joint-band.enum.js';
import { PetitionFormEnum } from './petition-form.enum.js';
import { PetitionMatterType } from './petition-matter.type.js';
import { PetitionRouteEnum } from './petition-route.enum.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PetitionMatterType)
export class PetitionMatterResolver {
  readonly #own: ReadOwnField<Matter, PetitionMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('Petition', reader);
  }

  @FieldResolver(() => PetitionFormEnum, { nullable: true, description: '信访形式。The way in which it came.' })
  petitionForm(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['petitionForm']> {
    return this.#own(matter, 'petitionForm', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '信访目的代码，两位。The code of its purpose, two digits.' })
  purposeCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['purposeCode']> {
    return this.#own(matter, 'purposeCode', context);
  }

  @FieldResolver(() => PetitionRouteEnum, { nullable: true, description: '办理途径。The procedure by which it is handled.' })
  route(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['route']> {
    return this.#own(matter, 'route', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '内容分类代码，六位，每两位一级。The class of its content: 6 digits, two a level.',
  })
  contentCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['contentCode']> {
    return this.#own(matter, 'contentCode', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '登记日期。The day on which it was registered.' })
  registeredOn(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['registeredOn']> {
    return this.#own(matter, 'registeredOn', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '转送或者交办的日期。The day on which it was transferred or assigned.' })
  referredOn(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['referredOn']> {
    return this.#own(matter, 'referredOn', context);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '应当告知是否受理的最后一日（自然日）。The last day, in calendar days, for telling whether it is accepted.',
  })
  acceptBy(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['acceptBy']> {
    return this.#own(matter, 'acceptBy', context);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '应当办结的最后一日（自然日）。The last day, in calendar days, for handling it.',
  })
  handleBy(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['handleBy']> {
    return this.#own(matter, 'handleBy', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否联名信访。Whether several petition jointly.' })
  joint(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['joint']> {
    return this.#own(matter, 'joint', context);
  }

  @FieldResolver(() => JointBandEnum, { nullable: true, description: '联名人数的档位。How many do, as a band.' })
  jointBand(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['jointBand']> {
    return this.#own(matter, 'jointBand', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '公开标志。Whether its handling may be made public.' })
  publicMark(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['publicMark']> {
    return this.#own(matter, 'publicMark', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否要求对身份保密。Whether the petitioner asked for secrecy.' })
  confidential(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['confidential']> {
    return this.#own(matter, 'confidential', context);
  }
}
