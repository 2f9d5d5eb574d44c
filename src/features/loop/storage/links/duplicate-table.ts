import { PostgresReader } from '../../../../eventlog/postgres-reader.js';
import { eccentricitySquared, semiMajorAxisM } from '../../../../geometry/ellipsoid.js';
import type { Candidate } from '../../links/duplicate-window.js';
import type { DuplicateStore } from '../../links/ports.js';

/** A little less than a degree is anywhere, so that the box around a circle is never too small: along the meridian, and along the equator. */
const slack = 1.001;
const degreeAlong = (semiMajorAxisM * Math.PI) / 180 / slack;
const degreeUp = degreeAlong * (1 - eccentricitySquared);
/** How many are looked at beside each; of more at one place in so short a time, those nearest in time: in a grid so many before it and after it. */
const besideEach = 20;

const side = (table: string): string =>
  `json_build_object('uuid', ${table}.id, 'longitude', ${table}.longitude, 'latitude', ${table}.latitude, 'reportedAt', ${table}.reported_at)`;

interface Beside {
  readonly place: string;
  /** From when to when it was reported. */
  readonly from: string;
  readonly to: string;
  /** The nearest in time first. */
  readonly order: string;
}

const earliest = 'fresh.reported_at - $2::interval';
const latest = 'fresh.reported_at + $2::interval';

/** The open matters beside a new one that fit it but for their place. */
const besideIt = ({ place, from, to, order }: Beside): string => `
  (select other.id, other.longitude, other.latitude, other.reported_at from matter other
    where ${place} and other.id <> fresh.id and other.closed_at is null and not other.sealed
      and (other.standard, other.category_kind, other.category_code) = (same.equal_standard, same.equal_kind, same.equal_code)
      and other.reported_at between ${from} and ${to}
      and (fresh.department is null or other.department is distinct from fresh.department)
    order by ${order} limit ${besideEach})`;

const nearIt = `other.longitude is not null and point(other.longitude, other.latitude) <@ box(
    point(fresh.longitude + fresh.east, fresh.latitude + fresh.north), point(fresh.longitude - fresh.east, fresh.latitude - fresh.north))`;
const inItsGrid = 'other.grid_id = fresh.grid_id and (other.longitude is null or fresh.longitude is null)';

const nearIts = besideIt({
  ...{ place: nearIt, from: earliest, to: latest },
  order: 'abs(extract(epoch from other.reported_at - fresh.reported_at)), other.id',
});
// Before and after apart, so that the index on grid and report is walked from the new matter on, and no further than needed.
const beforeIt = besideIt({ place: inItsGrid, from: earliest, to: 'fresh.reported_at', order: 'other.reported_at desc, other.id desc' });
const afterIt = besideIt({ place: inItsGrid, from: 'fresh.reported_at', to: latest, order: 'other.reported_at, other.id' });

const linked = (near: string, far: string): string => `
  select ${near}_standard, ${near}_kind, ${near}_code, ${far}_standard, ${far}_kind, ${far}_code from category_link
   where relation = 'EQUIVALENT' and recorded_to is null and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)`;

const candidates = `
  with recursive fresh as materialized (
    select matter.*, $3::float8 / ${degreeUp} as north,
           $3::float8 / (${degreeAlong} * greatest(cos(radians(latitude)), 0.01)) as east
      from matter where id = any($1::uuid[]) and closed_at is null and not sealed
  ), equivalent (standard, kind, code, equal_standard, equal_kind, equal_code) as materialized (
    ${linked('from', 'to')} union ${linked('to', 'from')}
  ), same as (
    select distinct standard, category_kind as kind, category_code as code,
           standard as equal_standard, category_kind as equal_kind, category_code as equal_code from fresh
     union
    select same.standard, same.kind, same.code, equivalent.equal_standard, equivalent.equal_kind, equivalent.equal_code
      from same join equivalent on (equivalent.standard, equivalent.kind, equivalent.code) = (same.equal_standard, same.equal_kind, same.equal_code)
  )
  select ${side('fresh')} as fresh, ${side('other')} as other
    from fresh join same on (same.standard, same.kind, same.code) = (fresh.standard, fresh.category_kind, fresh.category_code)
   cross join lateral (${nearIts} union all ${beforeIt} union ${afterIt}) other
   where not exists (select from matter_link where from_id = fresh.id and to_id = other.id)
     and not exists (select from matter_link where from_id = other.id and to_id = fresh.id)`;

/** Where duplicates are searched in the city index. */
export const duplicateTable: DuplicateStore = {
  holdMark: async (sql) => {
    const [row] = await sql.query<{ position: string }>('select position from duplicate_mark for update skip locked');
    return row === undefined ? null : Number(row.position);
  },
  moveMark: async (sql, position) => {
    await sql.query('update duplicate_mark set position = $1', [position]);
  },
  recordedAfter: async (sql, position, most) => {
    const { events, upTo } = await new PostgresReader(sql).after(position, most, { topics: ['matter'], kinds: ['MATTER_RECORDED'] });
    return { matterUuids: events.map(({ subject }) => subject), upTo };
  },
  candidates: async (sql, matterUuids, { window, today }) => {
    const rows = await sql.query<CandidateRow>(candidates, [matterUuids, `${window.hours} hours`, window.metres, today]);
    return rows.map(({ fresh, other }) => ({ fresh: dated(fresh), other: dated(other) }));
  },
  propose: async (sql, proposals, at) => {
    await sql.query(
      `insert into matter_link (from_id, to_id, kind, state, metres, hours, made_at)
       select proposed.later, proposed.earlier, 'DUPLICATE', 'PROPOSED', proposed.metres, proposed.hours, $5
         from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[]) proposed (later, earlier, metres, hours)
        order by proposed.later, proposed.earlier on conflict do nothing`,
      [
        proposals.map(({ fromUuid }) => fromUuid),
        proposals.map(({ toUuid }) => toUuid),
        proposals.map(({ metres }) => metres),
        proposals.map(({ hours }) => hours),
        at,
      ],
    );
  },
};

type RowSide = Omit<Candidate['fresh'], 'reportedAt'> & { readonly reportedAt: string };

interface CandidateRow {
  readonly fresh: RowSide;
  readonly other: RowSide;
}

function dated(side: RowSide): Candidate['fresh'] {
  return { ...side, reportedAt: new Date(side.reportedAt) };
}
