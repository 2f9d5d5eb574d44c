import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { DateScalar } from '../../../../graphql/scalars.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { AllElementsGridType, DepartmentGridType } from '../../../grids/graphql/index.js';
import { allElementsLayer, type GridUnit } from '../../../grids/index.js';
import type { Matter } from '../../matter.js';
import { MatterType } from '../matter.type.js';
import { MatterPlacementType, type MatterPlacementValue } from './matter-placement.type.js';
import type { PlacedUnits } from './placed-units.js';

type Context = RequestContext<CityModel>;

const atDescription =
  '按某日的网格；不填为其落格（未办结的随网格调整，已办结的不变）。On the ground of that day; left out, the unit that it was placed in: of an open matter today’s, of a closed one what it was then.';

/** Adds to every matter the units that it lies in. */
@Resolver(() => MatterType)
export class MatterPlacesResolver {
  readonly #units: PlacedUnits;

  constructor(units: PlacedUnits) {
    this.#units = units;
  }

  @FieldResolver(() => AllElementsGridType, { nullable: true, description: '所在全要素网格。The all-elements grid it was placed in.' })
  async grid(
    @Root() matter: Matter,
    @Arg('at', () => DateScalar, { nullable: true, description: atDescription }) at: CalendarDate | null,
    @Ctx() context: Context,
  ): Promise<GridUnit | null> {
    if (at != null) return unitIn(await this.#units.on(matter, at, context), ({ layer }) => layer.key === allElementsLayer);
    return matter.gridUuid === null ? null : this.#units.unit(matter.gridUuid, context);
  }

  @FieldResolver(() => DepartmentGridType, {
    nullable: true,
    description: '所在某部门的网格（主图层）。The unit of an office that it lies in (primary layer).',
  })
  async departmentGrid(
    @Root() matter: Matter,
    @Arg('department', () => Department, { description: '部门。The office.' }) department: string,
    @Arg('at', () => DateScalar, { nullable: true, description: atDescription }) at: CalendarDate | null,
    @Ctx() context: Context,
  ): Promise<GridUnit | null> {
    const places = await (at == null ? this.#units.now(matter, context) : this.#units.on(matter, at, context));
    return unitIn(places, (unit) => unit.department === department && unit.layer.primary);
  }

  @FieldResolver(() => [MatterPlacementType], {
    description:
      '所落的全部网格及权重与依据。Every unit that it was placed in, with how sure that is and what it was found by: its point, its office’s word, or the crosswalk.',
  })
  async placements(
    @Root() matter: Matter,
    @Arg('at', () => DateScalar, { nullable: true, description: atDescription }) at: CalendarDate | null,
    @Ctx() context: Context,
  ): Promise<readonly MatterPlacementValue[]> {
    const places = await (at == null ? this.#units.now(matter, context) : this.#units.on(matter, at, context));
    return places.toSorted((one, other) => one.grid.layer.ordinal - other.grid.layer.ordinal || other.weight - one.weight);
  }
}

function unitIn(places: readonly MatterPlacementValue[], wanted: (unit: GridUnit) => boolean): GridUnit | null {
  const held = places.filter(({ grid }) => wanted(grid)).sort((one, other) => other.weight - one.weight);
  return held[0]?.grid ?? null;
}
