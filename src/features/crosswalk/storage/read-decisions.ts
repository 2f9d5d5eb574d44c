import type { Sql } from '../../../kernel/sql.js';
import type { LinkDecision } from '../decisions/link-decision.js';

interface DecisionColumns extends Omit<LinkDecision, 'by' | 'version'> {
  readonly subject: string;
  readonly role: string;
  readonly department: string | null;
  readonly organisationCode: string;
  readonly weights: LinkDecision['weights'];
}

const unitJson = (id: string): string => `
  (select json_build_object('uuid', unit.id, 'department', layer.department, 'localId', unit.local_id, 'layerKey', layer.key)
     from unit join layer on layer.key = unit.layer_key where unit.id = ${id})`;

/** Selects whole decisions; a condition and an order follow. */
const decisionsSql = `
  select decision.id as uuid, decision.kind, decision.subject, decision.role, decision.department, organisation.code as "organisationCode",
         decision.document_number as "documentNumber", decision.reason, decision.recorded_from as "recordedFrom",
         decision.recorded_to as "recordedTo", decision.ends as "endsUuid", ender.id as "endedByUuid",
         ${unitJson('decision.unit_id')} as unit, ${unitJson('decision.other_id')} as other, decision.target_layer as "layerKey",
         decision.valid_from::text as "validFrom", decision.valid_to::text as "validTo", decision.remainder, decision.double_cover as "doubleCover",
         coalesce((select json_agg(json_build_object('unit', ${unitJson('share.target_id')}, 'weight', share.weight,
                                                     'inverseWeight', share.inverse_weight) order by share.weight desc, share.target_id)
                     from link_decision_weight share where share.decision_id = decision.id), '[]') as weights
    from link_decision decision join organisation on organisation.id = decision.organisation_id
    left join link_decision ender on ender.ends = decision.id`;

/** Reads the decisions that a condition holds for, in an order; `parameters` are those of both. */
export async function readDecisions(sql: Sql, condition: string, parameters: readonly unknown[]): Promise<readonly LinkDecision[]> {
  return (await sql.query<DecisionColumns>(`${decisionsSql} ${condition}`, parameters)).map(decisionOf);
}

/** The decisions of these uuids, in order; null for one that was never recorded. */
export async function readDecisionsByUuid(sql: Sql, uuids: readonly string[]): Promise<readonly (LinkDecision | null)[]> {
  const found = await readDecisions(sql, 'where decision.id = any($1)', [uuids]);
  const byUuid = new Map(found.map((decision) => [decision.uuid, decision]));
  return uuids.map((uuid) => byUuid.get(uuid) ?? null);
}

function decisionOf({ subject, role, department, organisationCode, ...rest }: DecisionColumns): LinkDecision {
  return {
    ...rest,
    by: { subject, role, department, organisationCode },
    version: rest.recordedTo === null ? 1 : 2,
  };
}
