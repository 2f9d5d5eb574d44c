import { FieldResolver, Resolver, Root } from 'type-graphql';

import { type MultiPolygonGeometry, ringsToGeoJson } from '../../../geometry/rings-geojson.js';
import { GeoJsonScalar } from '../../../graphql/scalars.js';
import type { GridUnit } from '../grid-model.js';
import { GridType } from './grid.type.js';

/** Answers what every grid shows otherwise than its record holds it. */
@Resolver(() => GridType)
export class GridResolver {
  @FieldResolver(() => GeoJsonScalar, {
    nullable: true,
    description:
      '边界 MultiPolygon，EPSG:4326，部门未划则为空。The boundary as a MultiPolygon, EPSG:4326, null where the office draws none.',
  })
  boundary(@Root() { rings }: GridUnit): MultiPolygonGeometry | null {
    return rings && ringsToGeoJson(rings);
  }
}
