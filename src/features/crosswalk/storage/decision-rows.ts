import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { DecisionsInForce, DeclaredSet, DeclaredWeight, RejectedPair } from '../decisions/decision.js';

interface DecisionRow {
  readonly id: string;
  readonly kind: 'DECLARATION' | 'REJECTION';
  readonly unit_id: string;
  readonly other_id: string | null;
  readonly target_layer: string | null;
  readonly valid_from: CalendarDate;
  readonly valid_to: CalendarDate | null;
  readonly remainder: number | null;
  readonly double_cover: number;
  readonly document_number: string;
  readonly weights: readonly DeclaredWeight[] | null;
}

const inForceSql = `
  select id, kind, unit_id, other_id, target_layer, valid_from::text, valid_to::text, remainder, double_cover, document_number,
         (select json_agg(json_build_object('targetUuid', target_id, 'weight', weight, 'inverseWeight', inverse_weight,
                                            'inverseGiven', inverse_given) order by weight desc, target_id)
            from link_decision_weight where decision_id = decision.id) as weights
    from link_decision decision
   where recorded_to is null and kind <> 'WITHDRAWAL'
     and ($1::uuid[] is null or unit_id = any($1) or other_id = any($1)
          or id in (select decision_id from link_decision_weight where target_id = any($1)))
   order by recorded_from, id`;

/** The decisions in force that name one of these units; all of them where no units are named. */
export async function readDecisionsInForce(sql: Sql, unitUuids: readonly string[] | null): Promise<DecisionsInForce> {
  const rows = await sql.query<DecisionRow>(inForceSql, [unitUuids]);
  return {
    sets: rows.filter(({ kind }) => kind === 'DECLARATION').map(setOf),
    rejections: rows.filter(({ kind }) => kind === 'REJECTION').map(pairOf),
  };
}

function setOf(row: DecisionRow): DeclaredSet {
  return {
    ...headOf(row),
    unitUuid: row.unit_id,
    layerKey: row.target_layer!,
    weights: row.weights ?? [],
    remainder: row.remainder,
    doubleCover: row.double_cover,
  };
}

function pairOf(row: DecisionRow): RejectedPair {
  return { ...headOf(row), oneUuid: row.unit_id, otherUuid: row.other_id! };
}

function headOf(row: DecisionRow): Pick<DeclaredSet, 'id' | 'documentNumber' | 'validFrom' | 'validTo'> {
  return { id: row.id, documentNumber: row.document_number, validFrom: row.valid_from, validTo: row.valid_to };
}
