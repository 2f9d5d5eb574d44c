import { Args, ArgsType, Ctx, Field, Float, Query, Resolver } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import { LocationType } from './location.type.js';

/** Declares what a point is asked by. */
@ArgsType()
export class LocateArgs extends InstantArgs {
  @Field(() => Float, { description: '经度，度。The longitude, degrees.' })
  longitude!: number;

  @Field(() => Float, { description: '纬度，度。The latitude, degrees.' })
  latitude!: number;
}

/** Answers which unit of each layer holds a point. */
@Resolver()
export class LocateResolver {
  readonly #models: ModelSource<CityModel>;

  constructor(models: ModelSource<CityModel>) {
    this.#models = models;
  }

  @Query(() => LocationType, { description: '一个点属于各图层的哪个网格。Which unit of each layer holds a point.' })
  async locate(@Args(() => LocateArgs) asked: LocateArgs, @Ctx() context: RequestContext<CityModel>): Promise<LocationType> {
    const { longitude, latitude } = asked;
    checkRange('longitude', longitude, 180);
    checkRange('latitude', latitude, 90);
    const units = (await modelFor(this.#models, context, asked)).locate(longitude, latitude);
    return {
      longitude,
      latitude,
      grid: units.find((unit) => unit.department === null) ?? null,
      departmentGrids: units.filter((unit) => unit.department !== null),
    };
  }
}

function checkRange(name: string, value: number, limit: number): void {
  if (Math.abs(value) <= limit) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${name}: expected degrees between -${limit} and ${limit}, got ${value}.`,
    messageZh: `${name}：应为 -${limit} 到 ${limit} 之间的度数，收到 ${value}。`,
    hint: name === 'latitude' ? 'Are longitude and latitude swapped?' : 'Give WGS84 or CGCS2000 degrees.',
  });
}
