import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { CityModel } from '../../../crosswalk/index.js';
import { MatterTransitionType, PlacedUnits, type PlacedUnitsSources } from '../../../matters/graphql/index.js';
import type { MatterTransition } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import type { MatterHistories } from '../../ports.js';
import { MatterEventType } from './matter-event.type.js';
import { unitsOfMatter, UnitsOfMatterType } from './units-of-matter.type.js';

/** What the fields of events are read from. */
export interface EventFieldSources extends PlacedUnitsSources {
  readonly matters: PlacedUnitsSources['matters'] & MatterHistories;
}

/** Adds to every event the step that it tells of, and where its matter lies. */
@Resolver(() => MatterEventType)
export class MatterEventFieldsResolver {
  readonly #history;
  readonly #units: PlacedUnits;

  constructor({ matters, ...sources }: EventFieldSources) {
    this.#units = new PlacedUnits({ matters, ...sources });
    this.#history = perRequest<string, readonly MatterTransition[]>('historyByMatterOfEvent', async (uuids, { scope }) => {
      const steps = groupBy(await matters.historyOf(scope, uuids), (step) => step.matterUuid);
      return uuids.map((uuid) => steps.get(uuid) ?? []);
    });
  }

  @FieldResolver(() => MatterTransitionType, {
    nullable: true,
    description: '此变更所走的一步；只改了内容而未走步时为 null。The step that this change took; null when it changed facts only.',
  })
  async transition(@Root() event: MatterEvent, @Ctx() context: RequestContext): Promise<MatterTransition | null> {
    // What is told of a matter between its steps carries the version of the last one.
    if (!tellsOfStep.has(event.kind)) return null;
    const steps = await this.#history(context).load(event.matter.uuid);
    return steps.find((step) => step.version === event.version) ?? null;
  }

  @FieldResolver(() => UnitsOfMatterType, {
    nullable: true,
    description:
      '事项在订阅所指图层（unitsOf）中的网格；未指图层为 null。The units that the matter lies in, of the layer that the subscription names by unitsOf; null where it names none.',
  })
  async units(@Root() { places }: MatterEvent, @Ctx() context: RequestContext<CityModel>): Promise<UnitsOfMatterType | null> {
    if (places === null) return null;
    const found = await this.#units.these(places.placements, context);
    return unitsOfMatter({ layer: places.layer, placements: found.filter(({ grid }) => grid.layer.key === places.layer) });
  }
}

const tellsOfStep: ReadonlySet<string> = new Set(['MATTER_RECORDED', 'MATTER_CHANGED']);
