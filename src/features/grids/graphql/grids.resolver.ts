import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { allElementsLayer } from '../all-elements-layer.js';
import type { GridModel } from '../grid-model.js';
import type { GridUnit } from '../grid-model.js';
import type { Layer } from '../layer.js';
import { layersAsked, theOneUnit } from '../layers-asked.js';
import type { ModelSource } from '../ports.js';
import { AllElementsGridType } from './all-elements-grid.type.js';
import { DepartmentGridType } from './department-grid.type.js';
import { AllElementsGridArgs, AllElementsGridsArgs, DepartmentGridArgs, DepartmentGridsArgs } from './grid.args.js';
import { AllElementsGridConnection, DepartmentGridConnection } from './grid.connections.js';
import type { GridLists } from './grid-list.js';
import { LayerType } from './layer.type.js';
import { modelFor } from './model-for.js';

type Context = RequestContext<GridModel>;

/** Answers the questions for units of one layer: the city's own grids and each office's. */
@Resolver()
export class GridsResolver {
  readonly #models: ModelSource;
  readonly #lists: GridLists;

  constructor(models: ModelSource, lists: GridLists) {
    this.#models = models;
    this.#lists = lists;
  }

  @Query(() => [LayerType], { description: '全部图层：先城市自己的，后各部门的。All layers, the city’s own first, then each office’s.' })
  async layers(@Args(() => InstantArgs) asked: InstantArgs, @Ctx() context: Context): Promise<readonly Layer[]> {
    return (await modelFor(this.#models, context, asked)).layers;
  }

  @Query(() => AllElementsGridType, { nullable: true, description: '按编码取一个全要素网格。One all-elements grid by its code.' })
  async allElementsGrid(@Args(() => AllElementsGridArgs) asked: AllElementsGridArgs, @Ctx() context: Context): Promise<GridUnit | null> {
    return (await modelFor(this.#models, context, asked)).unit(allElementsLayer, asked.code);
  }

  @Query(() => AllElementsGridConnection, { description: '全要素网格列表。The all-elements grids.' })
  async allElementsGrids(
    @Args(() => AllElementsGridsArgs) asked: AllElementsGridsArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<GridUnit>> {
    const model = await modelFor(this.#models, context, asked);
    const within = asked.where?.division?.within;
    const units = within == null ? model.unitsOf(allElementsLayer) : model.gridsWithin(within);
    return connectionOf(this.#lists.page(units, asked, { list: listOf(allElementsLayer, model), by: context.principal }));
  }

  @Query(() => DepartmentGridType, { nullable: true, description: '按部门自己的编号取其网格。An office’s grid by the office’s own id.' })
  async departmentGrid(@Args(() => DepartmentGridArgs) asked: DepartmentGridArgs, @Ctx() context: Context): Promise<GridUnit | null> {
    const model = await modelFor(this.#models, context, asked);
    return theOneUnit(layersAsked(model, asked.department, asked.layer ?? null), asked.localId, model);
  }

  @Query(() => DepartmentGridConnection, { description: '某部门的网格列表。The grids of an office.' })
  async departmentGrids(
    @Args(() => DepartmentGridsArgs) asked: DepartmentGridsArgs,
    @Ctx() context: Context,
  ): Promise<ConnectionValue<GridUnit>> {
    const model = await modelFor(this.#models, context, asked);
    const layers = layersAsked(model, asked.department, asked.layer ?? null);
    const layer = layers.find((candidate) => candidate.primary) ?? layers[0];
    const units = layer ? model.unitsOf(layer.key) : [];
    return connectionOf(this.#lists.page(units, asked, { list: listOf(layer?.key ?? '', model), by: context.principal }));
  }
}

/** Names a list for its cursors: the layer at a pair of instants. */
function listOf(layerKey: string, { at, knownAt }: GridModel): string {
  return `${layerKey}@${at}/${knownAt?.toISOString() ?? ''}`;
}
