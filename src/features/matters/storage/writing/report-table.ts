import { prepared } from '../../../../database/prepared.js';
import { append } from '../../../../eventlog/append.js';
import { dateIn } from '../../../../kernel/dates.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { CategoryKey } from '../../../categories/index.js';
import type { PlacedReport, ReportStore } from '../../reporting/report-matter.js';
import { matterUuid } from './matter-writer.js';

/** Writes matters that are born on the platform. */
export class ReportTable implements ReportStore {
  readonly #timeZone: () => string;

  /** `timeZone` names the city's, by which the day in a matter's number is told. */
  constructor(timeZone: () => string) {
    this.#timeZone = timeZone;
  }

  async categoryName(sql: Sql, category: CategoryKey): Promise<string | null> {
    const [row] = await sql.query<{ name: string }>(
      prepared(`select name_zh as name from matter_category where standard = $1 and kind = $2 and code = $3`),
      [category.standard, category.kind, category.code],
    );
    return row?.name ?? null;
  }

  async keeperOf(sql: Sql, divisionCodes: readonly string[]): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      prepared(`select organisation.id from unnest($1::text[]) with ordinality wanted (code, place)
         join organisation on organisation.division_code = wanted.code and organisation.kind = 'GOVERNMENT'
        order by wanted.place, organisation.id limit 1`),
      [divisionCodes],
    );
    return row?.id ?? null;
  }

  async insert(sql: Sql, placed: PlacedReport, keeperUuid: string): Promise<string> {
    const localId = await this.#nextLocalId(sql, placed.reportedAt);
    const uuid = placed.sealed?.uuid ?? matterUuid(null, localId);
    await insertMatter(sql, { uuid, localId, keeperUuid, placed });
    if (placed.aboutUuids.length > 0)
      await sql.query('insert into matter_element (matter_id, element_id) select $1, unnest($2::uuid[])', [uuid, placed.aboutUuids]);
    await sql.query(
      prepared(`insert into matter_transition (matter_id, version, to_state, organisation_id, occurred_at, recorded_at, made_in, step, made_by)
         values ($1, 1, 'REPORTED', $2, $3, $3, 'PLATFORM', 'reportMatter', $4)`),
      [uuid, keeperUuid, placed.reportedAt, placed.reportedBy],
    );
    await sql.query(
      prepared(`insert into matter_placement (unit_id, reported_at, matter_id, weight, placed_by) select place.unit, $2, $3, place.weight, place.by
         from unnest($1::uuid[], $4::real[], $5::text[]) place (unit, weight, by)`),
      [
        placed.placements.map((place) => place.unitUuid),
        placed.reportedAt,
        uuid,
        placed.placements.map((place) => place.weight),
        placed.placements.map((place) => place.by),
      ],
    );
    await append(sql, [
      {
        topic: 'matter',
        kind: 'MATTER_RECORDED',
        subject: uuid,
        version: 1,
        department: placed.sealed?.department ?? null,
        divisionCode: placed.divisionCode,
        payload: { state: 'REPORTED', from: null },
        occurredAt: placed.reportedAt,
      },
    ]);
    return uuid;
  }

  async aboutOf(sql: Sql, uuid: string): Promise<readonly string[]> {
    const rows = await sql.query<{ element: string }>('select element_id as element from matter_element where matter_id = $1 order by 1', [
      uuid,
    ]);
    return rows.map(({ element }) => element);
  }

  async #nextLocalId(sql: Sql, reportedAt: Date): Promise<string> {
    const [row] = await sql.query<{ serial: string }>(prepared(`select nextval('matter_serial')::text as serial`));
    // Filled up here: the database's lpad would also cut a number of seven digits down to six.
    return `all-elements-${dateIn(this.#timeZone(), reportedAt).replaceAll('-', '')}-${row!.serial.padStart(6, '0')}`;
  }
}

interface NewMatter {
  readonly uuid: string;
  readonly localId: string;
  readonly keeperUuid: string;
  readonly placed: PlacedReport;
}

async function insertMatter(sql: Sql, { uuid, localId, keeperUuid, placed }: NewMatter): Promise<void> {
  const { report, sealed } = placed;
  // A point leads to a door, so a sealed matter is placed by it and then goes without.
  const point = sealed ? null : report.point;
  // What an office's matter is reopened as has no category where that had none.
  await sql.query(
    prepared(`insert into matter (id, local_id, born_in, source, title, standard, category_kind, category_code, state, keeper_id,
            longitude, latitude, division_code, grid_id, unit_id, reported_at, version, as_of, content_hash, department, sealed)
     values ($1, $2, 'PLATFORM', $3, $4, nullif($5, ''), nullif($6, ''), nullif($7, ''), 'REPORTED', $8, $9, $10, $11, $12, $13, $14, 1, $14, '', $15, $16)`),
    [
      uuid,
      localId,
      report.source,
      sealed?.title ?? report.title.trim(),
      report.category.standard,
      report.category.kind,
      report.category.code,
      keeperUuid,
      point?.longitude ?? null,
      point?.latitude ?? null,
      placed.divisionCode,
      placed.gridUuid,
      placed.unitUuid,
      placed.reportedAt,
      sealed?.department ?? null,
      sealed !== null,
    ],
  );
}
