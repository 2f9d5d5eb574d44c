import type { Parameters } from '../../../../database/parameters.js';
import { allOf, anyOf, type ScopeColumns, scopeCondition } from '../../../../database/scope-condition.js';
import type { SourceId } from '../../../../kernel/ids.js';
import type { Scope } from '../../../../kernel/scope.js';

const columns: ScopeColumns = {
  owner: 'matter.department',
  county: 'matter.county_code',
  township: 'matter.township_code',
  community: 'matter.community_code',
  grid: 'matter.grid_id',
};

const elementColumns: ScopeColumns = {
  owner: 'element.department',
  county: 'element.county_code',
  township: 'element.township_code',
  community: 'element.community_code',
  grid: 'element.grid_id',
};

/** The condition of what a scope shows of the table `matter`, as SQL over `parameters`; `true` where it hides nothing. */
export function matterScope(scope: Scope, parameters: Parameters): string {
  const shown = shownOrInHands(scope, parameters);
  return shown === 'false' ? shown : allOf([shown, ...unsealed(scope, parameters)]);
}

function shownOrInHands(scope: Scope, parameters: Parameters): string {
  const shown = scopeCondition({ scope, dataClass: 'MATTERS' }, columns, parameters);
  if (shown === 'true' || scope.organisation === null) return shown;
  return anyOf([shown === 'false' ? shown : `(${shown})`, inHandsOf(scope.organisation, parameters)]);
}

function unsealed({ sealedHidden }: Scope, parameters: Parameters): readonly string[] {
  if (sealedHidden.length === 0) return [];
  return [`not (matter.sealed and coalesce(matter.department, '') = any(${parameters.add(sealedHidden)}::text[]))`];
}

/** The condition that a row with a `matter_id` belongs to a matter that a scope shows. */
export function ofMatterInScope(scope: Scope, matterId: string, parameters: Parameters): string {
  const shown = matterScope(scope, parameters);
  if (shown === 'true' || shown === 'false') return shown;
  return `exists (select from matter where matter.id = ${matterId} and ${shown})`;
}

/** Kept by or assigned to the organisation of a code; a code that several issuers gave out names none of them. */
function inHandsOf(code: SourceId, parameters: Parameters): string {
  const organisation = organisationOfCode(code, parameters);
  return `matter.keeper_id = ${organisation} or exists (select from matter_assignment assignment
     where assignment.matter_id = matter.id and assignment.until is null and assignment.organisation_id = ${organisation})`;
}

/** The uuid of the organisation of a code, as SQL; null where several issuers gave the code out. */
export function organisationOfCode(code: SourceId, parameters: Parameters): string {
  return `(select (array_agg(id))[1] from organisation where code = ${parameters.add(code)} having count(*) = 1)`;
}

/** The condition of what a scope shows of the table `element`, named so. */
export function elementShown(scope: Scope, parameters: Parameters): string {
  return scopeCondition({ scope, dataClass: 'ELEMENTS' }, elementColumns, parameters);
}
