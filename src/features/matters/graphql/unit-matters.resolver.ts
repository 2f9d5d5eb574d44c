import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { ConnectionValue } from '../../../graphql/connection.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import { AllElementsGridType, DepartmentGridType } from '../../grids/graphql/index.js';
import type { GridUnit } from '../../grids/index.js';
import type { Matter } from '../matter.js';
import { MattersOfUnitArgs } from './filter/matter.args.js';
import { MatterConnection } from './matter.connection.js';
import type { MattersOfHolders } from './matters-of-holders.js';

type Context = RequestContext<CityModel>;

const description = '落在此网格的事项，最新在前。The matters that lie in it, newest first.';

/** Adds `matters` to every all-elements grid. */
@Resolver(() => AllElementsGridType)
export class MattersOfAllElementsGridResolver {
  readonly #units: MattersOfHolders;

  constructor(units: MattersOfHolders) {
    this.#units = units;
  }

  @FieldResolver(() => MatterConnection, { description })
  matters(
    @Root() unit: GridUnit,
    @Args(() => MattersOfUnitArgs) asked: MattersOfUnitArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Matter>> {
    return this.#units.of(unit.uuid, asked, context);
  }
}

/** Adds `matters` to every grid of an office. */
@Resolver(() => DepartmentGridType)
export class MattersOfDepartmentGridResolver {
  readonly #units: MattersOfHolders;

  constructor(units: MattersOfHolders) {
    this.#units = units;
  }

  @FieldResolver(() => MatterConnection, { description })
  matters(
    @Root() unit: GridUnit,
    @Args(() => MattersOfUnitArgs) asked: MattersOfUnitArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<Matter>> {
    return this.#units.of(unit.uuid, asked, context);
  }
}
