import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { type DivisionOfDay, divisionOfDay, DivisionType } from '../../../divisions/graphql/index.js';
import type { GridModel } from '../../../grids/index.js';
import { UnitOfRecordType, unitShown } from '../../../lineage/graphql/index.js';
import type { LineageReader, LineageUnit } from '../../../lineage/index.js';
import type { ElementEvent } from '../../elements/element-event.js';
import { ElementEventType } from './element-event.type.js';

/** Adds to every event where the element stood before, for those that the ground moved. */
@Resolver(() => ElementEventType)
export class ElementEventFieldsResolver {
  readonly #unit;

  constructor(lineage: Pick<LineageReader, 'graph'>) {
    this.#unit = perRequest<string, LineageUnit | null>('unitOfElementEvent', async (uuids) => {
      const { units } = await lineage.graph(uuids, 'FORWARD', null);
      return uuids.map((uuid) => units.get(uuid) ?? null);
    });
  }

  @FieldResolver(() => UnitOfRecordType, {
    nullable: true,
    description:
      'ELEMENT_MOVED 之前所在的全要素网格，多已停用。The all-elements grid it stood in before ELEMENT_MOVED, mostly one that has ended.',
  })
  async fromGrid(@Root() { fromGridUuid }: ElementEvent, @Ctx() context: RequestContext<GridModel>): Promise<UnitOfRecordType | null> {
    const unit = fromGridUuid === null ? null : await this.#unit(context).load(fromGridUuid);
    return unit && unitShown(unit, context.model);
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: 'ELEMENT_MOVED 之前所在的区划；已不存在时为 null。The division it stood in before ELEMENT_MOVED; null where that is gone.',
  })
  fromDivision(@Root() { fromDivision }: ElementEvent, @Ctx() { model }: RequestContext<GridModel>): DivisionOfDay | null {
    return fromDivision === null ? null : divisionOfDay(model.divisions, fromDivision);
  }
}
