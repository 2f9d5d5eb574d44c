import type { MigrationInterface, QueryRunner } from 'typeorm';

const up: readonly string[] = [
  `alter table matter_placement add column placed_by text not null default 'POINT',
     add constraint matter_placement_placed_by_check check (placed_by in ('POINT', 'OWN_UNIT', 'CROSSWALK'))`,
  `update matter_placement placement set placed_by = case when placement.unit_id = matter.unit_id then 'OWN_UNIT' else 'CROSSWALK' end
     from matter
    where matter.id = placement.matter_id
      and (placement.unit_id = matter.unit_id or placement.weight < 1 or (matter.longitude is null and not matter.sealed))`,
  `create table past_matter_placement (
     matter_id uuid not null, until date not null, unit_id uuid not null, weight real not null, placed_by text not null,
     constraint past_matter_placement_placed_by_check check (placed_by in ('POINT', 'OWN_UNIT', 'CROSSWALK')),
     primary key (matter_id, until, unit_id))`,
  `create table placed_ground (unit_id uuid primary key, valid_from date not null, recorded_from timestamptz not null)`,
  `create table placing_mark (
     single boolean primary key default true constraint placing_mark_single_check check (single), day date not null, mark jsonb not null,
     placed_at timestamptz not null)`,
  `create index matter_by_point on matter using gist (point(longitude, latitude)) where longitude is not null`,
  `create index matter_element_by_element on matter_element (element_id)`,
];

const down: readonly string[] = [
  'drop index matter_element_by_element',
  'drop index matter_by_point',
  'drop table placing_mark',
  'drop table placed_ground',
  'drop table past_matter_placement',
  'alter table matter_placement drop column placed_by',
];

/**
 * Tells of every place of a matter what it was found by, keeps the places that open matters had before the ground changed, and remembers
 * which ground they were last placed on. Matters are found by their point, and by the elements that they are about.
 */
export class RememberPlaces1795000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
