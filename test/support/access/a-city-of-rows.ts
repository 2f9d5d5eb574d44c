import type { Sql } from '../../../src/kernel/sql.js';
import { type LevelsOfPlace } from '../../../src/kernel/within-scope.js';
import { aCityIndex, type TestCityIndex } from '../eventlog/city-index.js';

/** A row of protected data as the test knows it, apart from what the database makes of it. */
export interface KnownRow {
  readonly uuid: string;
  readonly department: string | null;
  readonly place: LevelsOfPlace;
  /** Codes of the organisations that keep it or are assigned to it now; matters only. */
  readonly inHandsOf: readonly string[];
}

/** A city index of rows without sense, spread over offices, divisions and grids by a fixed rule. */
export interface CityOfRows {
  readonly index: TestCityIndex;
  readonly sql: Sql;
  readonly matters: readonly KnownRow[];
  readonly elements: readonly KnownRow[];
  /** Of the table `unit_count`; `uuid` is the unit's. */
  readonly counts: readonly KnownRow[];
  readonly posts: readonly KnownRow[];
  readonly units: readonly string[];
}

/** The offices of {@link aCityOfRows}; null for what belongs to none. */
export const offices = ['RED', 'BLUE', 'GREEN'] as const;
/** Codes of divisions by level; they tell nothing of what lies in what, as an opaque scheme's do not. */
export const codes = {
  counties: ['zulu', 'alfa'],
  townships: ['t9', 't1', 't5', 't3'],
  communities: ['m8', 'm1', 'm7', 'm2', 'm6', 'm3', 'm5', 'm4'],
} as const;
/** Organisations; the last code was given out by two issuers. */
export const organisations = ['ORG-1', 'ORG-2', 'TWICE'] as const;

const uuidAt = (kind: number, nth: number): string =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(nth).padStart(12, '0')}`;
const grids = Array.from({ length: 8 }, (_, nth) => uuidAt(1, nth));
/** Uuids of the all-elements grids. */
export const gridUuids: readonly string[] = grids;

/** Divisions that rows lie in: of every level, of none, one that is retired and one that no register knows. */
const places: readonly (string | null)[] = [...codes.communities, ...codes.townships, ...codes.counties, 'city', 'old', 'unheard', null];

function levelsOf(code: string | null): Omit<LevelsOfPlace, 'grid'> {
  if (code === 'old') return { ...levelsOf(codes.townships[0]), community: 'old' };
  const community = codes.communities.indexOf(code as never);
  if (community >= 0) return { ...levelsOf(codes.townships[Math.floor(community / 2)]!), community: code };
  const township = codes.townships.indexOf(code as never);
  if (township >= 0) return { county: codes.counties[Math.floor(township / 2)]!, township: code, community: null };
  return { county: codes.counties.includes(code as never) ? code : null, township: null, community: null };
}

/** Makes the city; the levels of its rows are left to the database. */
export async function aCityOfRows(): Promise<CityOfRows> {
  const index = await aCityIndex();
  const { sql } = index;
  await writeGround(sql);
  const matters = await writeMatters(sql);
  const elements = await writeElements(sql);
  const given = grids.flatMap((grid, nth) =>
    offices.map((department) => ({ uuid: grid, department, place: placeOfGrid(nth), inHandsOf: [] })),
  );
  await sql.query(
    `insert into unit_count (unit_id, measure, department, value, suppressed, as_of)
     select unit, 'households', department, 7, false, '2026-01-01' from unnest($1::uuid[], $2::text[]) given (unit, department)`,
    [given.map(({ uuid }) => uuid), given.map(({ department }) => department)],
  );
  await sql.query(
    `insert into post (unit_id, ordinal, department, kind, organisation_id, vacant)
     select unit, nth, department, 'FULL_TIME', $3, true from unnest($1::uuid[], $2::text[]) with ordinality given (unit, department, nth)`,
    [given.map(({ uuid }) => uuid), given.map(({ department }) => department), uuidAt(2, 0)],
  );
  return { index, sql, matters, elements, counts: given, posts: given, units: grids };
}

const placeOfGrid = (nth: number): LevelsOfPlace => ({ ...levelsOf(nth === 7 ? null : codes.communities[nth]!), grid: grids[nth]! });

async function writeGround(sql: Sql): Promise<void> {
  const run = uuidAt(9, 0);
  const divisions = [
    ['city', 'CITY', null],
    ...codes.counties.map((code) => [code, 'COUNTY', 'city']),
    ...codes.townships.map((code) => [code, 'TOWNSHIP', levelsOf(code).county]),
    ...codes.communities.map((code) => [code, 'COMMUNITY', levelsOf(code).township]),
  ] as const;
  await sql.query(
    `insert into division (code, name, level, parent_code, kind, valid_from)
     select code, code, level, parent, 'X', '2000-01-01' from unnest($1::text[], $2::text[], $3::text[]) given (code, level, parent)`,
    [0, 1, 2].map((column) => divisions.map((division) => division[column]!)),
  );
  // A community that ended lies where it lay; one that will move lies where it lies today.
  await sql.query(
    `insert into division (code, name, level, parent_code, kind, valid_from, valid_to) values
       ('old', 'old', 'COMMUNITY', $1, 'X', '1990-01-01', '2001-01-01'), ($2, 'moves', 'COMMUNITY', $1, 'X', '2999-01-01', null)`,
    [codes.townships[0], codes.communities[7]],
  );
  await sql.query(
    `insert into organisation (id, issuer, scheme, code, name, kind, level, as_of)
     select id, issuer, 'x', code, code, 'X', 'X', now() from unnest($1::uuid[], $2::text[], $3::text[]) given (id, issuer, code)`,
    [[0, 1, 2, 3].map((nth) => uuidAt(2, nth)), ['a', 'a', 'a', 'b'], [...organisations, 'TWICE']],
  );
  await sql.query(
    `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal)
     values ('city/all-elements', '格', 'grids', true, true, 'opaque', true, 0)`,
  );
  await sql.query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'DONE')`, [run]);
  await sql.query(
    `insert into unit (id, layer_key, local_id, generation) select id, 'city/all-elements', id::text, 1 from unnest($1::uuid[]) given (id)`,
    [grids],
  );
  await sql.query(
    `insert into unit_version (unit_id, valid_from, recorded_from, name, division_code, as_of, content_hash, run_id)
     select id, '2020-01-01', now(), 'g', code, '2026-01-01', '', $3 from unnest($1::uuid[], $2::text[]) given (id, code)`,
    [grids, grids.map((_, nth) => (nth === 7 ? null : codes.communities[nth]!)), run],
  );
}

async function writeMatters(sql: Sql): Promise<readonly KnownRow[]> {
  const rows = spread(3, 420).map((row, nth) => ({
    ...row,
    keeper: nth % 4,
    assigned: nth % 5 === 0 ? nth % 3 : null,
    ended: nth % 10 === 0,
  }));
  await sql.query(
    `insert into matter (id, department, local_id, born_in, source, title, state, keeper_id, division_code, grid_id, reported_at, version, as_of, content_hash)
     select id, department, id::text, 'OFFICE', 'GRID', 'title', state, keeper, division, grid,
            timestamptz '2026-01-01' + make_interval(hours => (nth % 50)::int), 1, now(), ''
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::text[]) with ordinality
            given (id, department, keeper, division, grid, state, nth)`,
    [
      rows.map(({ uuid }) => uuid),
      rows.map(({ department }) => department),
      rows.map(({ keeper }) => uuidAt(2, keeper)),
      rows.map(({ code }) => code),
      rows.map(({ place }) => place.grid),
      rows.map((_, nth) => (nth % 3 === 0 ? 'CLOSED' : 'REPORTED')),
    ],
  );
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight) select grid_id, reported_at, id, 1 from matter where grid_id is not null`,
  );
  await sql.query(
    `insert into matter_transition (matter_id, version, to_state, occurred_at, recorded_at) select id, 1, state, reported_at, now() from matter`,
  );
  const assigned = rows.filter(({ assigned: nth }) => nth !== null);
  await sql.query(
    `insert into matter_assignment (matter_id, organisation_id, role, since, until)
     select id, organisation, 'LEAD', '2026-01-01', case when ended then timestamptz '2026-02-01' end
       from unnest($1::uuid[], $2::uuid[], $3::boolean[]) given (id, organisation, ended)`,
    [assigned.map(({ uuid }) => uuid), assigned.map(({ assigned: nth }) => uuidAt(2, nth!)), assigned.map(({ ended }) => ended)],
  );
  // A code that two issuers gave out names nobody, so nothing is in the hands of it.
  const named = (nth: number): readonly string[] => (nth < 2 ? [organisations[nth]!] : []);
  return rows.map(({ uuid, department, place, keeper, assigned: nth, ended }) => {
    return { uuid, department, place, inHandsOf: [...named(keeper), ...(nth !== null && !ended ? named(nth) : [])] };
  });
}

async function writeElements(sql: Sql): Promise<readonly KnownRow[]> {
  const rows = spread(4, 300);
  await sql.query(
    `insert into element (id, kind, department, keeper_id, source_id, name, division_code, grid_id, as_of, content_hash)
     select id, 'SITE', department, $5, id::text, 'name', division, grid, now(), ''
       from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) given (id, department, division, grid)`,
    [
      rows.map(({ uuid }) => uuid),
      rows.map(({ department }) => department),
      rows.map(({ code }) => code),
      rows.map(({ place }) => place.grid),
      uuidAt(2, 0),
    ],
  );
  return rows;
}

/** Rows whose office, division and grid run through their lists at different paces, so that every combination of two comes up. */
function spread(kind: number, count: number): readonly (KnownRow & { readonly code: string | null })[] {
  const owners = [...offices, null];
  return Array.from({ length: count }, (_, nth) => {
    const code = places[(nth * 7) % places.length]!;
    const grid = nth % 9 === 8 ? null : grids[(nth * 5) % 8]!;
    const department = owners[nth % owners.length]!;
    return { uuid: uuidAt(kind, nth), department, code, place: { ...levelsOf(code), grid }, inHandsOf: [] };
  });
}
