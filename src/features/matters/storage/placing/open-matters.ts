import type { Sql } from '../../../../kernel/sql.js';
import type { HeldMatter } from '../../placing/held-matter.js';
import type { OpenMatters } from '../../placing/ports.js';
import type { PlacedBy, Placement } from '../../ports.js';

const setSize = 1_000;

interface HeldRow extends Omit<HeldMatter, 'placements'> {
  /** When it was reported, to the microsecond: a date of JavaScript's cuts those off. */
  readonly exactly: string;
  readonly units: readonly string[] | null;
  readonly weights: readonly number[];
  readonly ways: readonly PlacedBy[];
}

/** The statement that reads matters with their places; `from` names the rows `matter`. */
const heldSql = (from: string, order = ''): string => `
  select matter.id as uuid, matter.department, matter.born_in as "bornIn", matter.version, matter.reported_at as "reportedAt",
         matter.reported_at::text as exactly,
         matter.longitude, matter.latitude, matter.division_code as "divisionCode", matter.grid_id as "gridUuid", matter.unit_id as "unitUuid",
         placed.units, placed.weights, placed.ways
    from ${from}
    left join lateral (
      select array_agg(unit_id::text) as units, array_agg(weight) as weights, array_agg(placed_by) as ways
        from matter_placement where matter_id = matter.id) placed on true ${order}`;

/** Reads open matters with their places, in sets. */
export function openMatters(sql: Sql, which: OpenMatters): AsyncIterable<readonly HeldMatter[]> {
  return typeof which === 'string' ? inOrder(sql, which === 'ALL' ? '' : 'and longitude is null') : around(sql, which);
}

/** The matters of these ids that are open, as they are held now. */
export async function heldMatters(sql: Sql, uuids: readonly string[]): Promise<readonly HeldMatter[]> {
  const rows = await sql.query<HeldRow>(heldSql('(select * from matter where id = any($1::uuid[]) and closed_at is null) matter'), [uuids]);
  return rows.map(heldOf);
}

async function* inOrder(sql: Sql, condition: string): AsyncIterable<readonly HeldMatter[]> {
  const page = `(select * from matter where closed_at is null and (reported_at, id) < ($1::timestamptz, $2::uuid) ${condition}
     order by reported_at desc, id desc limit ${setSize}) matter`;
  let after: Pick<HeldRow, 'exactly' | 'uuid'> = { exactly: 'infinity', uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (;;) {
    const rows: readonly HeldRow[] = await sql.query<HeldRow>(heldSql(page, 'order by matter.reported_at desc, matter.id desc'), [
      after.exactly,
      after.uuid,
    ]);
    if (rows.length > 0) yield rows.map(heldOf);
    if (rows.length < setSize) return;
    after = rows.at(-1)!;
  }
}

async function* around(sql: Sql, { unitUuids, boxes }: Exclude<OpenMatters, string>): AsyncIterable<readonly HeldMatter[]> {
  const ids = await sql.query<{ id: string }>(
    `select id from matter where closed_at is null and longitude is not null
        and id in (select matter_id from matter_placement where unit_id = any($1::uuid[]))
     union
     select matter.id from unnest($2::float8[], $3::float8[], $4::float8[], $5::float8[]) ground (west, south, east, north)
       join matter on matter.longitude is not null and point(matter.longitude, matter.latitude) <@ box(point(east, north), point(west, south))
      where matter.closed_at is null`,
    [unitUuids, boxes.map(({ minX }) => minX), boxes.map(({ minY }) => minY), boxes.map(({ maxX }) => maxX), boxes.map(({ maxY }) => maxY)],
  );
  for (let start = 0; start < ids.length; start += setSize)
    yield await heldMatters(
      sql,
      ids.slice(start, start + setSize).map(({ id }) => id),
    );
}

function heldOf({ units, weights, ways, exactly, ...matter }: HeldRow): HeldMatter {
  void exactly;
  const placements = (units ?? []).map((unitUuid, nth): Placement => ({ unitUuid, weight: weights[nth]!, by: ways[nth]! }));
  return { ...matter, placements };
}
