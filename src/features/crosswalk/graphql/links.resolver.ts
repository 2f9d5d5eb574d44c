import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageOfList, pageSize } from '../../../graphql/page.js';
import type { PageCursors, PageKey } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { AllElementsGridType, DepartmentGridType, GridType } from '../../grids/graphql/index.js';
import { allElementsLayer, type GridUnit } from '../../grids/index.js';
import type { GridLink } from '../link.js';
import type { CityModel } from '../model/link-table.js';
import { linkWish } from '../resolve/link-wish.js';
import { GridLinkConnection, GridLinkType } from './grid-link.type.js';
import { DepartmentGridsOfGridArgs, LinksArgs, LinkWishArgs } from './links.args.js';

/** The links of the model that a unit came from, so that they follow the date of the root field. */
const linksOf = (unit: GridUnit): CityModel['links'] => (unit.model as CityModel).links;

/** Adds `links` to every grid. */
@Resolver(() => GridType)
export class GridLinksResolver {
  readonly #cursors: PageCursors;

  constructor(cursors: PageCursors) {
    this.#cursors = cursors;
  }

  @FieldResolver(() => GridLinkConnection, {
    description:
      '与其他图层网格的关联，按图层、每层内权重从大到小。Links to units of other layers, layer by layer, heaviest first within each.',
  })
  links(@Root() unit: GridUnit, @Args(() => LinksArgs) asked: LinksArgs, @Ctx() context: RequestContext): ConnectionValue<GridLink> {
    const links = linksOf(unit).of(unit, linkWish(unit.model, asked));
    const first = pageSize(asked.first, context.principal);
    const question = ['links', unit.uuid, unit.model.at, unit.model.knownAt, asked.to, asked.layers, asked.basis, asked.minWeight];
    const startsAt = asked.after ? firstAfter(links, this.#cursors.decode(question, asked.after)) : 0;
    return connectionOf(pageOfList(links, { first, startsAt }, (link) => this.#cursors.encode(question, keyOf(link))));
  }
}

/** Adds `allElementsGrids` to every grid of an office. */
@Resolver(() => DepartmentGridType)
export class AllElementsGridsOfGridResolver {
  @FieldResolver(() => [GridLinkType], { description: '与全要素网格的关联。Links to the all-elements grids.' })
  allElementsGrids(@Root() unit: GridUnit, @Args(() => LinkWishArgs) asked: LinkWishArgs): readonly GridLink[] {
    return linksOf(unit).of(unit, linkWish(unit.model, { ...asked, layers: [allElementsLayer] }));
  }
}

/** Adds `departmentGrids` to every all-elements grid. */
@Resolver(() => AllElementsGridType)
export class DepartmentGridsOfGridResolver {
  @FieldResolver(() => [GridLinkType], { description: '与各部门网格的关联。Links to the offices’ grids.' })
  departmentGrids(@Root() unit: GridUnit, @Args(() => DepartmentGridsOfGridArgs) asked: DepartmentGridsOfGridArgs): readonly GridLink[] {
    return linksOf(unit).of(unit, linkWish(unit.model, { ...asked, to: asked.department == null ? null : [asked.department] }));
  }
}

function keyOf(link: GridLink): PageKey {
  return [link.grid.layer.ordinal, link.weight, link.grid.index, link.grid.uuid];
}

/** The list is ordered by layer, then weight downwards, then place in the model. */
function firstAfter(links: readonly GridLink[], key: PageKey): number {
  const [ordinal, weight, index] = key as readonly [number, number, number];
  const found = links.findIndex((link) => {
    if (link.grid.layer.ordinal !== ordinal) return link.grid.layer.ordinal > ordinal;
    if (link.weight !== weight) return link.weight < weight;
    return link.grid.index > index;
  });
  return found < 0 ? links.length : found;
}
