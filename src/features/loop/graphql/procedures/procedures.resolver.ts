import { Query, Resolver } from 'type-graphql';

import { type Procedure, sameState } from '../../procedure/procedure.js';
import type { Procedures } from '../../procedure/procedures.js';
import { mutationOf } from '../../reading/step-mutation.js';
import { ProcedureType } from './procedure.type.js';

/** Answers the procedures of the city as data. */
@Resolver()
export class ProceduresResolver {
  readonly #procedures: Procedures;

  constructor(procedures: Procedures) {
    this.#procedures = procedures;
  }

  @Query(() => [ProcedureType], {
    description: '本市的办理流程，公共流程在前。The procedures of the city, the common one first.',
  })
  procedures(): readonly ProcedureType[] {
    return this.#procedures.all().map(shown);
  }
}

function shown({ key, nameZh, source, initial, states, transitions, limits }: Procedure): ProcedureType {
  return {
    ...{ key, nameZh, source, initial },
    states: Object.entries(states).map(([name, state]) => ({ name, ...state })),
    steps: transitions.map(({ step, from, to, by, carries }) => ({
      ...{ name: step, mutation: mutationOf(step), from, by, carries },
      to: to === sameState ? null : to,
    })),
    limits: limits.map(({ clock, limit, source: article }) => ({ clock, ...limit, source: article })),
  };
}
