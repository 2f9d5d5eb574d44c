import type { Role } from '../../../kernel/principal.js';
import { actOfMutation, rightsOfRole, type RoleAct } from '../../access/index.js';
import { mutationOf } from '../reading/step-mutation.js';
import type { Actor, Procedure } from './procedure.js';

const allRoles = Object.keys(rightsOfRole) as readonly Role[];
const holding = (act: RoleAct): readonly Role[] => allRoles.filter((role) => rightsOfRole[role].acts.includes(act));

/** The roles that whoever is such an actor may have: each of these where it says so, else one of them is enough. */
const rolesOfActor: Readonly<Record<Actor, { readonly each: boolean; readonly roles: readonly Role[] }>> = {
  GRID_STAFF: { each: true, roles: ['GRID_WORKER', 'COMMUNITY_STAFF'] },
  TOWNSHIP: { each: false, roles: holding('DISPATCH') },
  COUNTY: { each: false, roles: holding('DISPATCH') },
  LEAD: { each: true, roles: ['DEPARTMENT_HANDLER'] },
  TEAM: { each: true, roles: ['DEPARTMENT_HANDLER'] },
  KEEPER: { each: true, roles: ['DEPARTMENT_HANDLER'] },
  REPORTER: { each: true, roles: holding('REPORT') },
  OFFICE: { each: true, roles: ['DEPARTMENT_HANDLER'] },
  FILER: { each: true, roles: ['DEPARTMENT_HANDLER'] },
  SUPERVISOR: { each: true, roles: ['SUPERVISOR'] },
  SYSTEM: { each: true, roles: ['DEPARTMENT_SYSTEM'] },
};

/** The steps that a procedure gives to somebody who has not the right that their mutation asks for: they could never be taken by them. */
export function* actorsWithoutRight({ transitions }: Procedure): Generator<string> {
  for (const { step, by } of transitions) {
    const mutation = mutationOf(step);
    if (mutation === null) continue;
    const able = holding(actOfMutation[mutation]);
    for (const actor of by) {
      const { each, roles } = rolesOfActor[actor];
      const may = (role: Role): boolean => able.includes(role);
      if (!(each ? roles.every(may) : roles.some(may))) yield `${actor} has not the right ${actOfMutation[mutation]} that ${step} asks for`;
    }
  }
}
