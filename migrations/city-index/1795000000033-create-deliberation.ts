import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `create table deliberation (
     id uuid primary key, department text, proposed_by text not null,
     grid_id uuid not null constraint deliberation_grid_id_fkey references unit (id), division_code text not null,
     standard text not null, category_kind text not null, category_code text not null, title text not null, text text not null,
     state text not null constraint deliberation_state_check
       check (state in ('PROPOSED', 'DELIBERATED', 'ADOPTED', 'NOT_ADOPTED', 'CARRIED_OUT', 'RETURNED', 'WITHDRAWN')),
     version integer not null, proposed_at timestamptz not null)`,
  `create index deliberation_newest on deliberation (proposed_at, id)`,
  `create index deliberation_by_grid on deliberation (grid_id, proposed_at, id)`,
  `create index deliberation_by_division on deliberation (division_code, proposed_at, id)`,
  `create table deliberation_step (
     deliberation_id uuid constraint deliberation_step_deliberation_id_fkey references deliberation (id), version integer,
     step text not null, from_state text, to_state text not null, made_by text not null,
     organisation_id uuid constraint deliberation_step_organisation_id_fkey references organisation (id),
     role text, document text, words text, happened_at timestamptz not null, primary key (deliberation_id, version))`,
  `create table deliberation_session (
     deliberation_id uuid constraint deliberation_session_deliberation_id_fkey references deliberation (id), version integer,
     platform text not null constraint deliberation_session_platform_check check (platform in ('COMMUNITY', 'GRID', 'ESTATE', 'BUILDING')),
     held_on date not null, participants integer not null, in_favour integer not null, against integer not null, abstained integer not null,
     constraint deliberation_session_votes_check
       check (in_favour >= 0 and against >= 0 and abstained >= 0 and in_favour + against + abstained <= participants),
     primary key (deliberation_id, version))`,
  `create table deliberation_matter (
     matter_id uuid primary key constraint deliberation_matter_matter_id_fkey references matter (id) on delete cascade,
     deliberation_id uuid not null constraint deliberation_matter_deliberation_id_fkey references deliberation (id), version integer not null)`,
  `create index deliberation_matter_by_deliberation on deliberation_matter (deliberation_id)`,
];

const down = ['deliberation_matter', 'deliberation_session', 'deliberation_step', 'deliberation'].map((table) => `drop table ${table}`);

/** Keeps what is proposed for grids, the sessions of residents as counts, and what communities decide. */
export class CreateDeliberation1795000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
