import { Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { Principal } from '../../../kernel/principal.js';
import { cityOwner, dataClasses, type Scope } from '../../../kernel/scope.js';
import { actsOf, rightsOfRole } from '../role-rights.js';
import { holdsOn, type SharingGrant } from '../sharing/sharing-grant.js';
import type { TellLimits } from '../told-limits.js';
import { PrincipalType } from './caller.type.js';
import type { CallerScopeType } from './caller-scope.type.js';

/** What callers are told about themselves from. */
export interface CallerSources {
  /** The grants that are believed now. */
  readonly grants: () => readonly SharingGrant[];
  readonly limits: TellLimits;
}

/** Answers who asks, and what that caller may see and do. */
@Resolver()
export class WhoAmIResolver {
  readonly #sources: CallerSources;

  constructor(sources: CallerSources) {
    this.#sources = sources;
  }

  @Query(() => PrincipalType, {
    description: '我是谁、可见什么、可为何事、所得授权与限额。Who I am, what I may see and do, what is shared with me, and my limits.',
  })
  whoAmI(@Ctx() { principal, purpose, scope, model }: RequestContext<{ readonly at: CalendarDate }>): PrincipalType {
    return {
      ...principal,
      purpose,
      scope: scopeShown(scope, principal),
      grants: grantsTo(principal, this.#sources.grants(), model.at),
      acts: actsOf(principal),
      limits: this.#sources.limits(principal),
    };
  }
}

function scopeShown({ jurisdiction, gridUuids, readings }: Scope, { grids }: Principal): CallerScopeType {
  return {
    wholeCity: jurisdiction === null,
    ...(jurisdiction ?? { counties: [], townships: [], communities: [] }),
    grids: gridUuids === null ? null : grids,
    readings: dataClasses.map((dataClass) => ({ dataClass, ...readings[dataClass] })),
  };
}

/** Only classes that its role reads: a grant of another one gives it nothing. */
function grantsTo({ department, role }: Principal, grants: readonly SharingGrant[], day: CalendarDate): readonly SharingGrant[] {
  const { reads } = rightsOfRole[role];
  return grants.filter((grant) => grant.to === (department ?? cityOwner) && reads.includes(grant.dataClass) && holdsOn(grant, day));
}
