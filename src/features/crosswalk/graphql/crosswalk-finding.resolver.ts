import { FieldResolver, Resolver, Root } from 'type-graphql';

import { ringsToGeoJson } from '../../../geometry/rings-geojson.js';
import { GeoJsonScalar } from '../../../graphql/scalars.js';
import type { FindingGround } from '../report/finding-ground.js';
import { findingSentence } from '../report/finding-sentence.js';
import type { Wording } from '../wording.js';
import { CrosswalkFindingType, type FindingValue } from './crosswalk-finding.type.js';
import { WordingType } from './wording.type.js';

/** Adds to a finding what is made only when it is asked for: its sentence and its place. */
@Resolver(() => CrosswalkFindingType)
export class CrosswalkFindingResolver {
  readonly #ground: FindingGround;

  constructor(ground: FindingGround) {
    this.#ground = ground;
  }

  @FieldResolver(() => WordingType, { description: '用一句话说。In one sentence.' })
  sentence(@Root() found: FindingValue): Wording {
    return findingSentence(found);
  }

  @FieldResolver(() => GeoJsonScalar, {
    nullable: true,
    description: '所涉的那块土地，MultiPolygon；无边界则为 null。The very ground, a MultiPolygon; null where nothing of it is drawn.',
  })
  async ground(@Root() found: FindingValue): Promise<object | null> {
    const rings = await this.#ground.of(found, found.model);
    return rings && ringsToGeoJson(rings);
  }

  @FieldResolver(() => GeoJsonScalar, {
    nullable: true,
    description: '其中一点，Point；无边界则为 null。A point of it; null where nothing of it is drawn.',
  })
  async point(@Root() found: FindingValue): Promise<object | null> {
    const coordinates = await this.#ground.pointOf(found, found.model);
    return coordinates && { type: 'Point', coordinates };
  }
}
