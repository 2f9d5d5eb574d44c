import { Arg, Ctx, Float, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { CityError } from '../../../kernel/city-error.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { CityModel } from '../link-table.js';
import { LocationType } from './location.type.js';

/** Answers which unit of each layer holds a point. */
@Resolver()
export class LocateResolver {
  readonly #models: ModelSource<CityModel>;

  constructor(models: ModelSource<CityModel>) {
    this.#models = models;
  }

  @Query(() => LocationType, { description: '一个点属于各图层的哪个网格。Which unit of each layer holds a point.' })
  async locate(
    @Arg('longitude', () => Float, { description: '经度，度。The longitude, degrees.' }) longitude: number,
    @Arg('latitude', () => Float, { description: '纬度，度。The latitude, degrees.' }) latitude: number,
    @Arg('at', () => DateScalar, { nullable: true, description: '按哪一天；默认今天。As of which day; today when left out.' }) at: string | null,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<LocationType> {
    checkRange('longitude', longitude, 180);
    checkRange('latitude', latitude, 90);
    const units = (await modelFor(this.#models, context, { at })).locate(longitude, latitude);
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
