import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The common part of every office's units, elements and matters, with links and provenance. */
const up = [
  `create table city (
     only_one boolean primary key default true check (only_one),
     code text not null, name_zh text not null, name_en text not null, time_zone text not null,
     division_scheme text not null, notice_zh text, notice_en text,
     west double precision not null, south double precision not null, east double precision not null, north double precision not null,
     shift_days integer not null)`,

  `create table intake_run (
     id uuid primary key, department text, pack text not null, started_at timestamptz not null, ended_at timestamptz,
     state text not null check (state in ('RUNNING', 'DONE', 'FAILED')), rows_read integer not null default 0,
     rows_accepted integer not null default 0, rows_quarantined integer not null default 0, message text)`,
  `create table quarantined_row (
     id bigint generated always as identity primary key, run_id uuid not null references intake_run, department text,
     file text not null, row_number integer, field text, value text, rule text not null, remedy text not null,
     quarantined_at timestamptz not null)`,
  `create index quarantined_row_by_run on quarantined_row (run_id, id)`,
  `create table office_state (
     department text primary key, as_of timestamptz, applied_at timestamptz, applied_rows bigint not null default 0)`,

  `create table division (
     code text not null, name text not null, level text not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY')),
     parent_code text, kind text not null, valid_from date not null, valid_to date, primary key (code, valid_from))`,

  `create table matter_category (
     standard text not null, kind text not null, code text not null, name_zh text not null, name_en text, parent_code text,
     primary key (standard, kind, code))`,

  `create table category_link (
     id uuid primary key, from_standard text not null, from_kind text not null, from_code text not null,
     to_standard text not null, to_kind text not null, to_code text not null,
     relation text not null check (relation in ('EQUIVALENT', 'BROADER', 'NARROWER', 'PART')),
     evidence text not null, verified boolean not null, valid_from date not null, valid_to date)`,
  `create index category_link_by_from on category_link (from_standard, from_kind, from_code)`,
  `create index category_link_by_to on category_link (to_standard, to_kind, to_code)`,

  `create table layer (
     key text primary key, department text, name_zh text not null, name_en text not null, is_partition boolean not null,
     is_primary boolean not null, id_scheme text not null, synthetic boolean not null, ordinal integer not null unique)`,
  `create table unit (
     id uuid primary key, layer_key text not null references layer, local_id text not null, generation integer not null,
     unique (layer_key, local_id, generation))`,
  `create table unit_version (
     unit_id uuid not null references unit, valid_from date not null, valid_to date,
     recorded_from timestamptz not null, recorded_to timestamptz,
     name text not null, division_code text, boundary jsonb, area_m2 double precision, households integer,
     members text[] not null default '{}', buildings text[] not null default '{}', as_of date not null,
     content_hash text not null, run_id uuid not null references intake_run,
     primary key (unit_id, valid_from, recorded_from))`,
  `create unique index unit_version_now on unit_version (unit_id, valid_from) where recorded_to is null`,

  `create table crosswalk_run (
     id uuid primary key, computed_at timestamptz not null, engine text not null, milliseconds integer not null,
     units integer not null, links integer not null)`,
  // Links, coverage and placements are computed from units that are never deleted: a foreign key would check 600,000 rows and find nothing.
  `create table link (
     source_id uuid not null, target_id uuid not null,
     basis text not null check (basis in ('DECLARED', 'AREA', 'HOUSEHOLDS', 'ADDRESS', 'CODE')),
     weight double precision not null check (weight > 0 and weight <= 1 + 1e-9),
     inverse_weight double precision not null check (inverse_weight > 0 and inverse_weight <= 1 + 1e-9),
     area_m2 double precision, confidence real not null check (confidence between 0 and 1),
     valid_from date not null, valid_to date, recorded_from timestamptz not null, recorded_to timestamptz,
     run_id uuid not null,
     primary key (source_id, target_id, basis, valid_from, recorded_from))`,
  `create table coverage (
     unit_id uuid not null, target_layer text not null, basis text not null,
     linked double precision not null, omitted double precision not null, uncovered double precision not null,
     double_cover double precision not null, valid_from date not null, valid_to date,
     recorded_from timestamptz not null, recorded_to timestamptz, run_id uuid not null,
     primary key (unit_id, target_layer, basis, valid_from, recorded_from),
     constraint conservation check (abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9))`,

  `create table organisation (
     id uuid primary key, issuer text not null, scheme text not null, code text not null, name text not null, kind text not null,
     level text not null, division_code text, parent_id uuid, department text,
     longitude double precision, latitude double precision, as_of timestamptz not null, unique (issuer, scheme, code))`,
  `create index organisation_by_code on organisation (code)`,
  `create index organisation_by_division on organisation (division_code, kind)`,
  `create table duty (
     id uuid primary key, standard text not null, kind text not null, category_code text not null, division_code text not null,
     organisation_id uuid not null references organisation, valid_from date not null, valid_to date, document text)`,
  `create index duty_by_category on duty (standard, kind, category_code, division_code)`,

  `create table element (
     id uuid primary key, kind text not null, department text, keeper_id uuid not null references organisation, source_id text not null,
     name text not null, longitude double precision, latitude double precision, grid_id uuid references unit, division_code text,
     facts jsonb not null default '{}', as_of timestamptz not null, content_hash text not null)`,
  `create unique index element_by_source on element (coalesce(department, ''), kind, source_id)`,
  `create index element_by_grid on element (grid_id, kind, id)`,
  `create index element_by_kind on element (kind, id)`,
  `create table unit_count (
     unit_id uuid not null references unit, measure text not null, department text not null, value integer, suppressed boolean not null,
     as_of date not null, primary key (unit_id, department, measure))`,
  `create table post (
     unit_id uuid not null references unit, ordinal integer not null, kind text not null, organisation_id uuid not null references organisation,
     duty_line text, vacant boolean not null, primary key (unit_id, ordinal))`,

  `create table matter (
     id uuid primary key, department text, local_id text not null, born_in text not null check (born_in in ('OFFICE', 'PLATFORM')),
     source text not null, title text not null, standard text, category_kind text, category_code text,
     state text not null, office_state text, keeper_id uuid not null references organisation, sealed boolean not null default false,
     longitude double precision, latitude double precision, division_code text, grid_id uuid references unit, unit_id uuid references unit,
     reported_at timestamptz not null, due_at timestamptz, closed_at timestamptz, version integer not null,
     as_of timestamptz not null, content_hash text not null, reported_transition jsonb)`,
  `create unique index matter_by_source on matter (coalesce(department, ''), local_id)`,
  `create index matter_newest on matter (reported_at desc, id desc)`,
  `create index matter_open_newest on matter (reported_at desc, id desc) where closed_at is null`,
  `create index matter_by_grid on matter (grid_id, reported_at desc, id desc)`,
  `create index matter_by_division on matter (division_code text_pattern_ops, reported_at desc, id desc)`,
  `create index matter_by_department on matter (department, reported_at desc, id desc)`,
  `create table matter_placement (
     unit_id uuid not null, reported_at timestamptz not null, matter_id uuid not null references matter on delete cascade,
     weight real not null, primary key (unit_id, reported_at, matter_id))`,
  `create index matter_placement_by_matter on matter_placement (matter_id)`,
  `create table matter_assignment (
     matter_id uuid not null references matter on delete cascade, organisation_id uuid not null references organisation,
     role text not null check (role in ('LEAD', 'SUPPORT')), since timestamptz not null, until timestamptz,
     primary key (matter_id, organisation_id, role, since))`,
  `create table matter_transition (
     matter_id uuid not null references matter on delete cascade, version integer not null, from_state text, to_state text not null,
     organisation_id uuid references organisation, occurred_at timestamptz not null, recorded_at timestamptz not null,
     primary key (matter_id, version))`,
  `create sequence matter_serial`,
  `create table matter_element (
     matter_id uuid not null references matter on delete cascade, element_id uuid not null references element,
     primary key (matter_id, element_id))`,

  `create table audit_entry (
     id bigint generated always as identity primary key, happened_at timestamptz not null, subject text not null, role text not null,
     act text not null, what jsonb not null, outcome text not null, request_id text not null)`,
  `create table idempotency_key (
     subject text not null, key text not null, body_hash text not null, answer jsonb, created_at timestamptz not null,
     primary key (subject, key))`,
];

const tables = [
  'idempotency_key',
  'audit_entry',
  'matter_element',
  'matter_transition',
  'matter_assignment',
  'matter_placement',
  'matter',
  'post',
  'unit_count',
  'element',
  'duty',
  'organisation',
  'coverage',
  'link',
  'crosswalk_run',
  'unit_version',
  'unit',
  'layer',
  'category_link',
  'matter_category',
  'division',
  'office_state',
  'quarantined_row',
  'intake_run',
  'city',
];

/** Creates every table of the city index but the event log's. */
export class CreateCityIndex1795000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
    await queryRunner.query('drop sequence matter_serial');
  }
}
