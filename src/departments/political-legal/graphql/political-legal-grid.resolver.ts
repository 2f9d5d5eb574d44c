import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';
import { PoliticalLegalGridType } from './political-legal-grid.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => PoliticalLegalGridType)
export class PoliticalLegalGridResolver {
  readonly #own: ReadOwnField<GridUnit, PoliticalLegalGridOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('PoliticalLegal', reader);
  }

  @FieldResolver()
  gridKind(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['gridKind']> {
    return this.#own(unit, 'gridKind', context);
  }

  @FieldResolver()
  centre(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['centre']> {
    return this.#own(unit, 'centre', context);
  }

  @FieldResolver()
  mediationRoom(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['mediationRoom']> {
    return this.#own(unit, 'mediationRoom', context);
  }

  @FieldResolver()
  patrolIntervalDays(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['patrolIntervalDays']> {
    return this.#own(unit, 'patrolIntervalDays', context);
  }

  @FieldResolver()
  buildingCount(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['buildingCount']> {
    return this.#own(unit, 'buildingCount', context);
  }
}
