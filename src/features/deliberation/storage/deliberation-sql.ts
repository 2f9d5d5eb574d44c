import type { Parameters } from '../../../database/parameters.js';
import { allOf, scopeCondition } from '../../../database/scope-condition.js';
import { globalId } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Deliberation, StepTaken } from '../deliberation.js';
import type { DeliberationPageWish, DeliberationQuery } from '../ports.js';

/** The columns of a deliberation with all that belongs to it, for `select`; the table must be named `deliberation`. */
export const deliberationColumns = `deliberation.id as uuid, deliberation.department, deliberation.proposed_by as "proposedBy",
  deliberation.grid_id as "gridUuid", deliberation.division_code as "divisionCode",
  json_build_object('standard', deliberation.standard, 'kind', deliberation.category_kind, 'code', deliberation.category_code) as category,
  deliberation.title, deliberation.text, deliberation.state, deliberation.version, deliberation.proposed_at as "proposedAt",
  (select json_agg(json_build_object('version', version, 'step', step, 'fromState', from_state, 'toState', to_state,
     'organisationUuid', organisation_id, 'role', role, 'document', document, 'words', words, 'at', happened_at) order by version)
    from deliberation_step where deliberation_id = deliberation.id) as steps,
  (select coalesce(json_agg(json_build_object('version', version, 'platform', platform, 'heldOn', held_on, 'participants', participants,
     'inFavour', in_favour, 'against', against, 'abstained', abstained) order by version), '[]')
    from deliberation_session where deliberation_id = deliberation.id) as sessions,
  (select coalesce(json_agg(json_build_object('version', version, 'matterUuid', matter_id) order by version, matter_id), '[]')
    from deliberation_matter where deliberation_id = deliberation.id) as opened`;

/** What {@link deliberationColumns} are selected from: a deliberation, and what its division lies in today. */
export const deliberationSource = 'deliberation left join division_path path on path.code = deliberation.division_code';

/** A row of {@link deliberationColumns}. */
export type DeliberationRow = Omit<Deliberation, 'id' | 'typeName' | 'steps'> & {
  readonly steps: readonly (Omit<StepTaken, 'at'> & { readonly at: string })[];
};

/** The record of a row. */
export function deliberationOf(row: DeliberationRow): Deliberation {
  const steps = row.steps.map((step) => ({ ...step, at: new Date(step.at) }));
  return { ...row, steps, id: globalId('Deliberation', row.uuid), typeName: 'Deliberation' };
}

/** The condition of what a scope shows of {@link deliberationSource}: what is read like matters. */
export function deliberationScope(scope: Scope, parameters: Parameters): string {
  const columns = {
    owner: 'deliberation.department',
    county: 'path.county_code',
    township: 'path.township_code',
    community: 'path.community_code',
    grid: 'deliberation.grid_id',
  };
  return scopeCondition({ scope, dataClass: 'MATTERS' }, columns, parameters);
}

/** The condition of what a scope shows of the deliberations that a query asks for. */
export function wantedDeliberations(scope: Scope, query: DeliberationQuery, parameters: Parameters): string {
  return allOf([...conditionsOf(query, parameters), deliberationScope(scope, parameters)]);
}

/** The condition of what follows the last one of a page, newest first. */
export function afterPage(after: DeliberationPageWish['after'], parameters: Parameters): string {
  if (after === null) return 'true';
  return `(deliberation.proposed_at, deliberation.id) < (${parameters.add(after.proposedAt)}::timestamptz, ${parameters.add(after.uuid)}::uuid)`;
}

function* conditionsOf(query: DeliberationQuery, parameters: Parameters): Generator<string> {
  const { states, divisionCodes, gridUuids, category, proposedFrom, proposedBefore } = query;
  if (states) yield `deliberation.state = any(${parameters.add(states)})`;
  if (divisionCodes) yield `deliberation.division_code = any(${parameters.add(divisionCodes)})`;
  if (gridUuids) yield `deliberation.grid_id = any(${parameters.add(gridUuids)}::uuid[])`;
  if (category) {
    const { standard, kind, code } = category;
    yield `deliberation.standard = ${parameters.add(standard)} and deliberation.category_kind = ${parameters.add(kind)}
      and deliberation.category_code = ${parameters.add(code)}`;
  }
  if (proposedFrom) yield `deliberation.proposed_at >= ${parameters.add(proposedFrom)}`;
  if (proposedBefore) yield `deliberation.proposed_at < ${parameters.add(proposedBefore)}`;
}
