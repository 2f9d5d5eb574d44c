import type { DepartmentCode, SourceId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';

/** A building by its address code: where it stands and how many households each office counts in it. */
export interface CountedBuilding {
  readonly code: SourceId;
  /** Degrees; both null where no office says where it stands. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Of the offices that count it; dwellings where an office counts no households. */
  readonly households: Readonly<Record<DepartmentCode, number>>;
}

/**
 * Every building with an address code: what lists of buildings are compared by. Rows of several offices that name one code are one
 * building; it stands where the first office by code says.
 */
export async function readCountedBuildings(sql: Sql): Promise<readonly CountedBuilding[]> {
  return sql.query<CountedBuilding>(
    `with counted as (
       select facts ->> 'addressCode' as code, department, (array_agg(longitude order by id) filter (where longitude is not null and latitude is not null))[1] as longitude,
              (array_agg(latitude order by id) filter (where longitude is not null and latitude is not null))[1] as latitude,
              sum(coalesce((facts ->> 'households')::bigint, (facts ->> 'dwellings')::bigint))::int as households
         from element where kind = 'BUILDING' and facts ->> 'addressCode' is not null group by 1, 2)
     select code, (array_agg(longitude order by department) filter (where longitude is not null))[1] as longitude,
            (array_agg(latitude order by department) filter (where longitude is not null))[1] as latitude,
            coalesce(jsonb_object_agg(department, households) filter (where department is not null and households is not null), '{}') as households
       from counted group by code order by code`,
  );
}
