import type { Sql } from '../../../kernel/sql.js';
import { allElementsLayer } from '../../grids/index.js';
import type { LinkDecision } from '../decisions/link-decision.js';
import type { DecisionPageStart, DecisionQuery, DecisionReadModel, StandingDeclaration } from '../decisions/ports.js';
import { readDecisions, readDecisionsByUuid } from './read-decisions.js';

/** Answers the questions for decisions from the city index. */
export class DecisionReader implements DecisionReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  byUuid(uuids: readonly string[]): Promise<readonly (LinkDecision | null)[]> {
    return readDecisionsByUuid(this.#sql, uuids);
  }

  page(
    query: DecisionQuery,
    { first, after }: { readonly first: number; readonly after: DecisionPageStart | null },
  ): Promise<readonly LinkDecision[]> {
    return readDecisions(
      this.#sql,
      `where ${conditions} and ($6::timestamptz is null or (decision.recorded_from, decision.id) < ($6, $7::uuid))
       order by decision.recorded_from desc, decision.id desc limit $8`,
      [...parametersOf(query), after?.recordedFrom ?? null, after?.uuid ?? null, first + 1],
    );
  }

  async count(query: DecisionQuery): Promise<number> {
    const [row] = await this.#sql.query<{ count: number }>(
      `select count(*)::int as count from link_decision decision where ${conditions}`,
      parametersOf(query),
    );
    return row!.count;
  }

  standing(): Promise<readonly StandingDeclaration[]> {
    return this.#sql.query<StandingDeclaration>(
      `select id as uuid, unit_id as "unitUuid", target_layer as "layerKey", difference, valid_from::text as "validFrom", valid_to::text as "validTo"
         from link_decision where kind = 'DECLARATION' and recorded_to is null`,
    );
  }
}

/** Depends on no decision, so that units are looked through once and not for each of them. */
const namedUnits = `array(select unit.id from unit join layer on layer.key = unit.layer_key
    where unit.local_id = $1 and ($2::text is null or layer.department = $2) and ($3::text is null or layer.key = $3))`;

/** Decisions that name a unit: as the one decided about, as the other of a pair, or among the weights. */
const conditions = `
  ($1::text is null or decision.unit_id = any(${namedUnits}) or decision.other_id = any(${namedUnits})
     or exists (select from link_decision_weight share where share.decision_id = decision.id and share.target_id = any(${namedUnits})))
  and ($4::text is null or decision.document_number = $4)
  and ($5::boolean is null or (decision.recorded_to is null and decision.kind <> 'WITHDRAWAL') = $5)`;

function parametersOf({ unit, documentNumber, inForce }: DecisionQuery): readonly unknown[] {
  const layer = unit && (unit.layer ?? (unit.department === null ? allElementsLayer : null));
  return [unit?.localId ?? null, unit?.department ?? null, layer, documentNumber, inForce];
}
