import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every front database holds alike: the office's records as it keeps them, and the queue of their changes. */
const up = [
  `create table unit_record (
     layer_key text not null, local_id text not null, generation integer not null default 1,
     name text not null, division_code text, households integer, valid_from date not null, valid_to date,
     boundary jsonb, members text[] not null default '{}', buildings text[] not null default '{}', as_of date not null,
     content_hash text not null, run_id uuid not null, primary key (layer_key, local_id, generation))`,
  `create table element_record (
     kind text not null, source_id text not null, name text not null, keeper_code text not null,
     longitude double precision, latitude double precision, layer_key text, unit_local_id text,
     facts jsonb not null default '{}', as_of timestamptz not null,
     content_hash text not null, run_id uuid not null, primary key (kind, source_id))`,
  `create table count_record (
     layer_key text not null, local_id text not null, measure text not null, value integer, as_of date not null,
     content_hash text not null, run_id uuid not null, primary key (layer_key, local_id, measure))`,
  `create table post_record (
     layer_key text not null, local_id text not null, ordinal integer not null, kind text not null, organisation_code text not null,
     duty_line text, vacant boolean not null, content_hash text not null, run_id uuid not null,
     primary key (layer_key, local_id, ordinal))`,
  `create table matter_record (
     local_id text primary key, source text not null, title text not null, text text, standard text, category_kind text, category_code text,
     state text not null, office_state text, keeper_code text not null, lead_codes text[] not null default '{}',
     support_codes text[] not null default '{}', longitude double precision, latitude double precision, layer_key text, unit_local_id text,
     division_code text, reported_at timestamptz not null, due_at timestamptz, steps jsonb not null default '[]',
     sealed boolean not null default false, stays_home boolean not null default false, content_hash text not null, run_id uuid not null)`,
  `create table change_feed (
     id bigint generated always as identity primary key, kind text not null check (kind in ('UNIT', 'ELEMENT', 'COUNT', 'POST', 'MATTER')),
     record_key text[] not null, enqueued_at timestamptz not null default clock_timestamp())`,
];

const tables = ['change_feed', 'matter_record', 'post_record', 'count_record', 'element_record', 'unit_record'];

/** Creates the tables that every front database has. */
export class CreateFront1795000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of up) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop table ${table}`);
  }
}
