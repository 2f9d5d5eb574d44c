import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PartyBranchOwn } from '../own-fields.js';
import { PartyBuildingGridType } from './party-building-grid.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => PartyBuildingGridType)
export class PartyBuildingGridResolver {
  readonly #own: ReadOwnField<GridUnit, PartyBranchOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('PartyBuilding', reader);
  }

  @FieldResolver()
  branchForm(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['branchForm']> {
    return this.#own(unit, 'branchForm', context);
  }

  @FieldResolver()
  host(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['host']> {
    return this.#own(unit, 'host', context);
  }

  @FieldResolver()
  establishedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['establishedOn']> {
    return this.#own(unit, 'establishedOn', context);
  }

  @FieldResolver()
  alliance(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['alliance']> {
    return this.#own(unit, 'alliance', context);
  }

  @FieldResolver()
  activitySite(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['activitySite']> {
    return this.#own(unit, 'activitySite', context);
  }

  @FieldResolver()
  lastRenewedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['lastRenewedOn']> {
    return this.#own(unit, 'lastRenewedOn', context);
  }
}
