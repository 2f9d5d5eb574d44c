import { Args, ArgsType, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DivisionCodeScalar } from '../../../graphql/scalars.js';
import { type DivisionOfDay, divisionOfDay, DivisionType } from '../../divisions/graphql/index.js';
import type { City } from '../city.js';
import type { GridModel } from '../grid-model.js';
import type { ModelSource } from '../ports.js';
import { modelFor } from './model-for.js';

/** Declares the city that the platform serves. */
@ObjectType('City', { description: '本平台服务的城市。The city that this platform serves.' })
export class CityType implements Pick<City, 'code' | 'nameZh' | 'nameEn' | 'timeZone' | 'noticeZh' | 'noticeEn'> {
  @Field(() => DivisionCodeScalar, { description: '行政区划代码。Its division code.' })
  code!: string;

  @Field(() => String, { description: '中文名称。Its name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: '英文名称。Its name in English.' })
  nameEn!: string;

  @Field(() => String, { description: '时区（IANA）。Its time zone, an IANA name.' })
  timeZone!: string;

  @Field(() => String, {
    nullable: true,
    description: '数据说明（中文），如“示例数据”。A notice about its records in Chinese, such as that they are a sample.',
  })
  noticeZh!: string | null;

  @Field(() => String, { nullable: true, description: '数据说明（英文）。The same notice in English.' })
  noticeEn!: string | null;
}

/** Declares what a division is asked by. */
@ArgsType()
export class DivisionArgs extends InstantArgs {
  @Field(() => DivisionCodeScalar, { description: '行政区划代码。The code of the division.' })
  code!: string;
}

/** Answers the questions for the city itself and its divisions. */
@Resolver()
export class CityResolver {
  readonly #models: ModelSource;

  constructor(models: ModelSource) {
    this.#models = models;
  }

  @Query(() => CityType, { description: '本平台服务的城市。The city that this platform serves.' })
  city(@Ctx() { model }: RequestContext<GridModel>): City {
    return model.city;
  }

  @Query(() => DivisionType, { nullable: true, description: '按代码取一个行政区划。One division by its code.' })
  async division(@Args(() => DivisionArgs) asked: DivisionArgs, @Ctx() context: RequestContext<GridModel>): Promise<DivisionOfDay | null> {
    return divisionOfDay((await modelFor(this.#models, context, asked)).divisions, asked.code);
  }
}
