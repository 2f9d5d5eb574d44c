import { Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import type { GridModel } from '../../grids/index.js';
import { DepartmentStateType } from './department-state.type.js';
import type { DepartmentStates } from './department-states.js';

/** Answers how every office stands. */
@Resolver()
export class DepartmentsResolver {
  readonly #states: DepartmentStates;

  constructor(states: DepartmentStates) {
    this.#states = states;
  }

  @Query(() => [DepartmentStateType], { description: '各部门的接入状态。How every office stands.' })
  departments(@Ctx() context: RequestContext<GridModel>): Promise<readonly DepartmentStateType[]> {
    return this.#states.of(context);
  }
}
