import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Each row is an act of somebody in office; nothing of it is ever overwritten but recorded_to, when another row ends it.
  `create table link_decision (
     id uuid primary key, kind text not null, unit_id uuid, other_id uuid, target_layer text, valid_from date, valid_to date,
     remainder double precision, double_cover double precision not null, difference double precision not null,
     subject text not null, role text not null, department text, organisation_id uuid not null,
     document_number text not null, reason text not null, ends uuid,
     recorded_from timestamptz not null, recorded_to timestamptz,
     constraint link_decision_kind_check check (kind in ('DECLARATION', 'REJECTION', 'WITHDRAWAL')),
     constraint link_decision_matter_check check (case kind
       when 'DECLARATION' then unit_id is not null and target_layer is not null and other_id is null and valid_from is not null
       when 'REJECTION' then unit_id is not null and target_layer is null and other_id is not null and valid_from is not null
       else unit_id is null and ends is not null end),
     constraint link_decision_unit_id_fkey foreign key (unit_id) references unit (id),
     constraint link_decision_other_id_fkey foreign key (other_id) references unit (id),
     constraint link_decision_target_layer_fkey foreign key (target_layer) references layer (key),
     constraint link_decision_organisation_id_fkey foreign key (organisation_id) references organisation (id),
     constraint link_decision_ends_fkey foreign key (ends) references link_decision (id),
     constraint link_decision_ends_key unique (ends))`,
  `create index link_decision_by_unit on link_decision (unit_id)`,
  `create index link_decision_by_other on link_decision (other_id)`,
  `create index link_decision_newest on link_decision (recorded_from, id)`,
  `create table link_decision_weight (
     decision_id uuid not null, target_id uuid not null, weight double precision not null,
     inverse_weight double precision not null, inverse_given boolean not null,
     primary key (decision_id, target_id),
     constraint link_decision_weight_check check (weight > 0 and weight <= 1 and inverse_weight > 0 and inverse_weight <= 1),
     constraint link_decision_weight_decision_id_fkey foreign key (decision_id) references link_decision (id),
     constraint link_decision_weight_target_id_fkey foreign key (target_id) references unit (id))`,
  `create index link_decision_weight_by_target on link_decision_weight (target_id)`,
  // Computed rows as they were before a rejection took their place: what a withdrawal brings back.
  `create table displaced_link (
     source_id uuid not null, target_id uuid not null, basis text not null, weight double precision not null,
     inverse_weight double precision not null, area_m2 double precision, confidence real not null,
     valid_from date not null, valid_to date, recorded_from timestamptz not null, recorded_to timestamptz,
     run_id uuid not null, household_counts jsonb,
     primary key (source_id, target_id, basis, valid_from, recorded_from))`,
  `create table displaced_coverage (
     unit_id uuid not null, target_layer text not null, basis text not null, linked double precision not null,
     omitted double precision not null, uncovered double precision not null, double_cover double precision not null,
     valid_from date not null, valid_to date, recorded_from timestamptz not null, recorded_to timestamptz, run_id uuid not null,
     primary key (unit_id, target_layer, basis, valid_from, recorded_from),
     constraint displaced_conservation check (abs(linked + omitted + uncovered - double_cover - 1) <= 1e-9))`,
  // A decision reads the links of one unit from both ends.
  `create index link_by_target on link (target_id) where recorded_to is null`,
];

/** Creates the decisions of people about links, and the room for the computed rows that they displace. */
export class CreateLinkDecision1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index link_by_target');
    // Without its declaration a row has no evidence left; the computed row stands beside it.
    for (const table of ['link', 'coverage']) await runner.query(`delete from ${table} where declaration_id is not null`);
    for (const table of ['displaced_coverage', 'displaced_link', 'link_decision_weight', 'link_decision'])
      await runner.query(`drop table ${table}`);
  }
}
