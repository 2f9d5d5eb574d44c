import { Field, Float, InputType } from 'type-graphql';

import type { Area } from '../area.js';

/** Declares a rectangle of the map. */
@InputType('AreaInput', {
  description: '地图上的矩形（含边界），EPSG:4326，度。A rectangle of the map, its border included, EPSG:4326, degrees.',
})
export class AreaInput {
  @Field(() => Float, { description: '西边经度，-180 至 180。Longitude of its western border, -180 to 180.' })
  west!: number;

  @Field(() => Float, { description: '南边纬度，-90 至 90。Latitude of its southern border, -90 to 90.' })
  south!: number;

  @Field(() => Float, { description: '东边经度，大于 west。Longitude of its eastern border, more than west.' })
  east!: number;

  @Field(() => Float, { description: '北边纬度，大于 south。Latitude of its northern border, more than south.' })
  north!: number;
}

/** What an input asks for. */
export function areaOf({ west, south, east, north }: AreaInput): Area {
  return [west, south, east, north];
}
