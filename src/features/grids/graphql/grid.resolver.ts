import { FieldResolver, Resolver, Root } from 'type-graphql';

import { type MultiPolygonGeometry, ringsToGeoJson } from '../../../geometry/rings-geojson.js';
import type { GridUnit } from '../grid-unit.js';
import { GridType } from './grid.type.js';

/** Answers what every grid shows otherwise than its record holds it. */
@Resolver(() => GridType)
export class GridResolver {
  @FieldResolver()
  boundary(@Root() { rings }: GridUnit): MultiPolygonGeometry | null {
    return rings && ringsToGeoJson(rings);
  }
}
