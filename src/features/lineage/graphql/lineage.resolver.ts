import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { globalId } from '../../../kernel/ids.js';
import type { Organisation, OrganisationReadModel } from '../../elements/index.js';
import { modelFor, UnitRefInput, unitRefOf } from '../../grids/graphql/index.js';
import type { GridModel, ModelSource } from '../../grids/index.js';
import type { LineageUnit } from '../lineage-step.js';
import type { Successor } from '../successions.js';
import { type LineageSources, tellLineage, type ToldLineage, type ToldStep } from '../tell-lineage.js';
import { type LineageStepType, type SuccessorType, UnitLineageType, type UnitOfRecordType } from './lineage.type.js';

/** What lineage is answered from. */
export interface LineageQuerySources extends LineageSources {
  readonly models: ModelSource;
  readonly organisations: OrganisationReadModel;
}

/** Answers where units came from and where they went. */
@Resolver()
export class LineageResolver {
  readonly #sources: LineageQuerySources;

  constructor(sources: LineageQuerySources) {
    this.#sources = sources;
  }

  @Query(() => [UnitLineageType], {
    description:
      '一个编号的来龙去脉：每次使用一项，从早到晚；未知编号为空。Where a unit came from and where it went: one answer for each use of its id, oldest first; empty for an unknown id.',
  })
  async lineage(
    @Arg('unit', () => UnitRefInput, { description: '哪个网格，已停用的也可。Which unit, one no longer in force too.' }) unit: UnitRefInput,
    @Args(() => InstantArgs) asked: InstantArgs,
    @Ctx() context: RequestContext<GridModel>,
  ): Promise<readonly UnitLineageType[]> {
    const model = await modelFor(this.#sources.models, context, asked);
    const told = await tellLineage(this.#sources, model, unitRefOf(unit));
    const bodies = await organisationsOf(this.#sources.organisations, told);
    return told.map((lineage) => lineageShown(lineage, model, bodies));
  }
}

/** The organisations that the steps of lineages were entered on behalf of, by uuid. */
export async function organisationsOf(
  organisations: OrganisationReadModel,
  told: readonly ToldLineage[],
): Promise<ReadonlyMap<string, Organisation>> {
  const steps = told.flatMap(({ predecessors, successors }) => [...predecessors, ...successors]);
  const uuids = [...new Set(steps.flatMap(({ organisationUuid }) => organisationUuid ?? []))];
  const found = uuids.length === 0 ? [] : await organisations.byUuid(uuids);
  return new Map(found.flatMap((body) => (body ? [[body.uuid, body] as const] : [])));
}

/** What a lineage shows on a model. */
export function lineageShown(told: ToldLineage, model: GridModel, bodies: ReadonlyMap<string, Organisation>): UnitLineageType {
  const shown = (step: ToldStep): LineageStepType => stepShown(step, model, bodies);
  return {
    unit: unitShown(told.unit, model),
    predecessors: told.predecessors.map(shown),
    successors: told.successors.map(shown),
    inItsPlace: told.inItsPlace.map(successorShown),
  };
}

function stepShown(step: ToldStep, model: GridModel, bodies: ReadonlyMap<string, Organisation>): LineageStepType {
  const { kind, basis, weight, inverseWeight, effectiveOn, document, role } = step;
  return {
    kind,
    basis,
    weight,
    inverseWeight,
    effectiveOn,
    document,
    role,
    from: unitShown(step.from, model),
    to: unitShown(step.to, model),
    redrawId: step.redrawUuid === null ? null : globalId('Redraw', step.redrawUuid),
    organisation: step.organisationUuid === null ? null : (bodies.get(step.organisationUuid) ?? null),
    recordedAt: step.recordedFrom,
  };
}

/** What a unit of any day shows on a model, which has its layer. */
export function unitShown(unit: LineageUnit, model: GridModel): UnitOfRecordType {
  const { layerKey, localId, generation, name, validFrom, validTo, uuid } = unit;
  return { layer: model.layer(layerKey)!, localId, generation, name, validFrom, validTo, grid: model.unitByUuid(uuid) };
}

function successorShown({ grid, weight, inverseWeight, bounds, basis, since }: Successor): SuccessorType {
  return { grid, weight, inverseWeight, weightLow: bounds?.low ?? null, weightHigh: bounds?.high ?? null, basis, since };
}
