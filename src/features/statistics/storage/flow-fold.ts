import type { InTransaction } from '../../../kernel/sql.js';
import type { FlowFold as Fold } from '../ports.js';

/** The number of the advisory lock that lets one process fold at a time. */
const lock = 1_795_031;

/** Adds the changes of the flow to what is kept by day of the whole city, and by month of townships and of their offices; in one transaction, so that nothing counts twice. */
export class FlowFold implements Fold {
  constructor(private readonly inTransaction: InTransaction) {}

  fold(size: number): Promise<number> {
    return this.inTransaction(async (sql) => {
      const [turn] = await sql.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lock]);
      if (!turn!.mine) return 0;
      const [folded] = await sql.query<{ changes: number; took: boolean }>(
        `with taken as (
           delete from matter_flow_delta where id in (select id from matter_flow_delta order by id limit $1) returning *),
         cells as (
           select day, county_code, township_code, department, left_stage as stage, bucket, n from taken where left_stage <> ''
            union all
           select day, county_code, township_code, department, entered_stage, -1, n from taken),
         grains as (
           select 'DAY' as grain, '' as township_code, '' as department, day, stage, bucket, '' as county_code, sum(n) as n
             from cells group by day, stage, bucket
            union all
           select 'TOWNSHIP_MONTH', township_code, '', date_trunc('month', day)::date, stage, bucket, county_code, sum(n)
             from cells group by 2, 4, 5, 6, 7
            union all
           select 'OFFICE_MONTH', township_code, department, date_trunc('month', day)::date, stage, bucket, county_code, sum(n)
             from cells group by 2, 3, 4, 5, 6, 7),
         kept as (
           insert into matter_flow as flow (grain, township_code, department, day, stage, bucket, county_code, n)
           select grain, township_code, department, day, stage, bucket, county_code, n from grains
           on conflict on constraint matter_flow_pkey do update set n = flow.n + excluded.n)
         select count(*)::int as changes, coalesce(bool_or(n < 0), false) as took from taken`,
        [size],
      );
      // A matter that was taken away leaves no trace, not even a count of none.
      if (folded!.took) await sql.query('delete from matter_flow where n = 0');
      return folded!.changes;
    });
  }
}
