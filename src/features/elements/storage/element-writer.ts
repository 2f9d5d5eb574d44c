import { append } from '../../../eventlog/append.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type {
  ChangedElements,
  CountArrival,
  DutyArrival,
  ElementArrival,
  ElementIndexWriter,
  OrganisationArrival,
  PostArrival,
} from '../ports.js';
import { readOrganisationIds } from './organisation-id-reader.js';
import { organisationUuid } from './organisation-uuid.js';
import { arrivalOf, type ToldElement, toldElementColumns } from './told-element.js';
import { writeDuties } from './write-duties.js';
import { writeOrganisationIds } from './write-organisation-ids.js';

/** The uuid of an element: equal keeper's office, kind and source id give the equal uuid for ever. */
export function elementUuid(department: string | null, kind: string, sourceId: string): string {
  return uuidOf('element', department ?? '', kind, sourceId);
}

/** Writes arriving organisations, duties, elements, counts and posts, set by set. */
export class ElementWriter implements ElementIndexWriter {
  async applyOrganisations(sql: Sql, arrivals: readonly OrganisationArrival[]): Promise<number> {
    const rows = arrivals.map((arrival) => ({
      ...arrival,
      id: organisationUuid(arrival.issuer, arrival.scheme, arrival.code),
      parentId: arrival.parentCode === null ? null : organisationUuid(arrival.issuer, arrival.scheme, arrival.parentCode),
    }));
    return countOf(
      sql,
      `insert into organisation as known (id, issuer, scheme, code, name, kind, level, division_code, parent_id, department, longitude, latitude, as_of)
       select id, issuer, scheme, code, name, kind, level, "divisionCode", "parentId", department, longitude, latitude, "asOf"
         from jsonb_to_recordset($1::jsonb) as arrived (id uuid, issuer text, scheme text, code text, name text, kind text, level text,
              "divisionCode" text, "parentId" uuid, department text, longitude double precision, latitude double precision, "asOf" timestamptz)
       on conflict (id) do update set name = excluded.name, kind = excluded.kind, level = excluded.level, division_code = excluded.division_code,
              parent_id = excluded.parent_id, department = excluded.department, longitude = excluded.longitude, latitude = excluded.latitude,
              as_of = excluded.as_of
        where (known.name, known.kind, known.level, known.division_code, known.parent_id, known.department, known.longitude, known.latitude)
              is distinct from (excluded.name, excluded.kind, excluded.level, excluded.division_code, excluded.parent_id, excluded.department,
              excluded.longitude, excluded.latitude)
       returning 1`,
      [JSON.stringify(rows)],
    );
  }

  applyOrganisationIds(...given: Parameters<ElementIndexWriter['applyOrganisationIds']>): Promise<number> {
    return writeOrganisationIds(...given);
  }

  organisationIds(...asked: Parameters<ElementIndexWriter['organisationIds']>): ReturnType<ElementIndexWriter['organisationIds']> {
    return readOrganisationIds(...asked);
  }

  applyDuties(sql: Sql, arrivals: readonly DutyArrival[], now: Date): Promise<number> {
    return writeDuties(sql, arrivals, now);
  }

  async applyElements(sql: Sql, arrivals: readonly ElementArrival[]): Promise<ChangedElements> {
    const rows = arrivals.map((arrival) => ({ ...arrival, id: elementUuid(arrival.department, arrival.kind, arrival.sourceId) }));
    const written = await sql.query<ToldElement & { readonly isNewBuilding: boolean }>(
      `with before as (select id, content_hash from element where id = any(select (arrived ->> 'id')::uuid from jsonb_array_elements($1::jsonb) arrived))
       insert into element as known (id, kind, department, keeper_id, source_id, name, longitude, latitude, grid_id, division_code, facts, as_of, content_hash)
       select arrived.id, arrived.kind, arrived.department, organisation.id, "sourceId", arrived.name, arrived.longitude, arrived.latitude,
              "gridUuid", "divisionCode", facts, "asOf", "contentHash"
         from jsonb_to_recordset($1::jsonb) as arrived (id uuid, kind text, department text, "keeperCode" text, "sourceId" text, name text,
              longitude double precision, latitude double precision, "gridUuid" uuid, "divisionCode" text, facts jsonb, "asOf" timestamptz,
              "contentHash" text)
         join organisation on organisation.code = "keeperCode"
       on conflict (id) do update set keeper_id = excluded.keeper_id, name = excluded.name, longitude = excluded.longitude,
              latitude = excluded.latitude, grid_id = excluded.grid_id, division_code = excluded.division_code, facts = excluded.facts,
              as_of = excluded.as_of, content_hash = excluded.content_hash, version = known.version + 1
        where (known.content_hash, known.grid_id) is distinct from (excluded.content_hash, excluded.grid_id)
       returning ${toldElementColumns('known')}, known.kind = 'BUILDING' and known.content_hash is distinct from
              (select before.content_hash from before where before.id = known.id) as "isNewBuilding"`,
      [JSON.stringify(rows)],
    );
    await append(sql, written.map(arrivalOf));
    return { changed: written.length, buildings: written.filter(({ isNewBuilding }) => isNewBuilding).length };
  }

  async applyCounts(sql: Sql, arrivals: readonly CountArrival[]): Promise<number> {
    return countOf(
      sql,
      `insert into unit_count as known (unit_id, measure, department, value, suppressed, as_of)
       select "unitUuid", measure, department, value, value is null, "asOf"
         from jsonb_to_recordset($1::jsonb) as arrived ("unitUuid" uuid, measure text, department text, value integer, "asOf" date)
       on conflict (unit_id, department, measure) do update set value = excluded.value, suppressed = excluded.suppressed, as_of = excluded.as_of
        where (known.value, known.as_of) is distinct from (excluded.value, excluded.as_of)
       returning 1`,
      [JSON.stringify(arrivals)],
    );
  }

  async applyPosts(sql: Sql, arrivals: readonly PostArrival[]): Promise<number> {
    return countOf(
      sql,
      `insert into post as known (unit_id, ordinal, department, kind, organisation_id, duty_line, vacant)
       select "unitUuid", ordinal, arrived.department, arrived.kind, organisation.id, "dutyLine", vacant
         from jsonb_to_recordset($1::jsonb) as arrived ("unitUuid" uuid, ordinal integer, department text, kind text, "organisationCode" text,
              "dutyLine" text, vacant boolean)
         join organisation on organisation.code = "organisationCode"
       on conflict (unit_id, ordinal) do update set department = excluded.department, kind = excluded.kind, organisation_id = excluded.organisation_id,
              duty_line = excluded.duty_line, vacant = excluded.vacant
        where (known.department, known.kind, known.organisation_id, known.duty_line, known.vacant)
              is distinct from (excluded.department, excluded.kind, excluded.organisation_id, excluded.duty_line, excluded.vacant)
       returning 1`,
      [JSON.stringify(arrivals)],
    );
  }
}

async function countOf(sql: Sql, statement: string, parameters: readonly unknown[]): Promise<number> {
  return (await sql.query(statement, parameters)).length;
}
