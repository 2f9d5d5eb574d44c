import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import type { PairRecords, PublishedLink } from '../explain/ports.js';
import type { HouseholdCounts } from '../ports.js';

interface PairRow extends Omit<PublishedLink, 'run'> {
  readonly isReversed: boolean;
  readonly runId: string | null;
  readonly engine: string | null;
  readonly computedAt: Date | null;
}

const pairSql = `
  select link.source_id = $2 as "isReversed", link.basis, link.weight, link.inverse_weight as "inverseWeight", link.area_m2 as "areaM2",
         link.confidence, link.household_counts as "householdCounts", link.declaration_id as "declarationId",
         run.id as "runId", run.engine, run.computed_at as "computedAt"
    from link left join crosswalk_run run on run.id = link.run_id
   where ((link.source_id = $1 and link.target_id = $2) or (link.source_id = $2 and link.target_id = $1 and link.basis <> 'DECLARED'))
     and link.valid_from <= $3 and (link.valid_to is null or link.valid_to > $3)
     and (case when $4::timestamptz is null then link.recorded_to is null
               else link.recorded_from <= $4 and (link.recorded_to is null or link.recorded_to > $4) end)`;

/** Reads from the city index what was published of one pair of units. */
export class PairReader implements PairRecords {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async linksBetween(a: string, b: string, { at, knownAt }: GridModel): Promise<readonly PublishedLink[]> {
    return (await this.#sql.query<PairRow>(pairSql, [a, b, at, knownAt])).map(seenFromFirst);
  }
}

function seenFromFirst({ isReversed, runId, engine, computedAt, ...link }: PairRow): PublishedLink {
  const run = runId === null ? null : { id: runId, engine: engine!, computedAt: computedAt! };
  if (!isReversed) return { ...link, run };
  const counts =
    link.householdCounts && Object.fromEntries(Object.entries(link.householdCounts).map(([office, count]) => [office, turned(count)]));
  return { ...link, weight: link.inverseWeight, inverseWeight: link.weight, householdCounts: counts, run };
}

function turned([common, source, target]: HouseholdCounts): HouseholdCounts {
  return [common, target, source];
}
