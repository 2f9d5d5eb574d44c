import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PartyBranchOwn } from '../own-fields.js';
import { PartyBranchFormEnum } from './party-branch-form.enum.js';
import { PartyBranchHostEnum } from './party-branch-host.enum.js';
import { PartyBuildingGridType } from './party-building-grid.type.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PartyBuildingGridType)
export class PartyBuildingGridResolver {
  readonly #own: ReadOwnField<GridUnit, PartyBranchOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('PartyBuilding', reader);
  }

  @FieldResolver(() => PartyBranchFormEnum, { nullable: true, description: '组织形式。The form of the organisation.' })
  branchForm(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['branchForm']> {
    return this.#own(unit, 'branchForm', context);
  }

  @FieldResolver(() => PartyBranchHostEnum, {
    nullable: true,
    description: '依托网格还是小区。Whether it is set up on a grid or on an estate.',
  })
  host(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['host']> {
    return this.#own(unit, 'host', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '成立日期。The day on which it was set up.' })
  establishedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['establishedOn']> {
    return this.#own(unit, 'establishedOn', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '所在党建联盟，可无。The alliance of party organisations it belongs to, null where it belongs to none.',
  })
  alliance(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['alliance']> {
    return this.#own(unit, 'alliance', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '活动阵地。The place where it meets and works.' })
  activitySite(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['activitySite']> {
    return this.#own(unit, 'activitySite', context);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '最近一次换届日期。The day on which its committee was last elected anew.',
  })
  lastRenewedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['lastRenewedOn']> {
    return this.#own(unit, 'lastRenewedOn', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '党组织层级码；隶属变化即变，不作编号。Its path in the party tree; it changes when the organisation is re-parented, so it is no id.',
  })
  levelPath(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['levelPath']> {
    return this.#own(unit, 'levelPath', context);
  }

  @FieldResolver(() => SourceIdScalar, {
    nullable: true,
    description: '依托的网格或小区的编号。The id of the grid or estate that it is set up on.',
  })
  hostUnit(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['hostUnit']> {
    return this.#own(unit, 'hostUnit', context);
  }

  @FieldResolver(() => SourceIdScalar, {
    nullable: true,
    description: '党建联盟牵头单位的代码。The code of the organisation that leads the alliance.',
  })
  allianceLead(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['allianceLead']> {
    return this.#own(unit, 'allianceLead', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '党建联盟的成员单位数。How many organisations the alliance has.' })
  allianceMembers(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['allianceMembers']> {
    return this.#own(unit, 'allianceMembers', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '活动阵地的要素编号。The source id of the site where it meets.' })
  activitySiteId(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PartyBranchOwn['activitySiteId']> {
    return this.#own(unit, 'activitySiteId', context);
  }
}
