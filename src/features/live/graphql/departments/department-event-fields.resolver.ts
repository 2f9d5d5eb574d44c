import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import type { GridModel } from '../../../grids/index.js';
import { type DepartmentStates, DepartmentStateType } from '../../../intake/graphql/index.js';
import type { DepartmentEvent } from '../../departments/department-event.js';
import { DepartmentEventType } from './department-event.type.js';

/** Adds to every change of an office's state how the office stands now. */
@Resolver(() => DepartmentEventType)
export class DepartmentEventFieldsResolver {
  readonly #states: DepartmentStates;

  constructor(states: DepartmentStates) {
    this.#states = states;
  }

  @FieldResolver(() => DepartmentStateType, {
    nullable: true,
    description: '投递时的接入状态；已不在册的部门为 null。How the office stands at delivery; null for one that the city no longer has.',
  })
  async now(@Root() { department }: DepartmentEvent, @Ctx() context: RequestContext<GridModel>): Promise<DepartmentStateType | null> {
    const states = await this.#states.of(context);
    return states.find((state) => state.department === department) ?? null;
  }
}
