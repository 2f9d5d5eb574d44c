import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of units, and the procedure by which a layer is divided anew; a unit's version may rest on a redraw instead of an intake run. */
const up = [
  `create table redraw (
     id uuid primary key, layer_key text not null references layer, effective_from date not null,
     state text not null check (state in ('PROPOSED', 'RETURNED', 'NOTIFIED', 'FILED')), version integer not null,
     declared_gaps text, declared_overlaps text, declared_beyond text, findings jsonb not null, proposed_at timestamptz not null)`,
  `create index redraw_newest on redraw (proposed_at desc, id desc)`,
  `create index redraw_by_layer on redraw (layer_key, effective_from)`,
  `create table redraw_unit (
     redraw_id uuid not null references redraw, part text not null check (part in ('ENDS', 'BEGINS')), local_id text not null, unit_id uuid,
     name text not null, division_code text, households integer, boundary jsonb, area_m2 double precision, predecessors jsonb not null,
     primary key (redraw_id, part, local_id))`,
  `create table redraw_act (
     redraw_id uuid not null references redraw, version integer not null,
     deed text not null check (deed in ('PROPOSE', 'APPROVE', 'RETURN', 'FILE')), subject text not null, role text not null,
     organisation_id uuid not null references organisation, document text not null, happened_at timestamptz not null,
     primary key (redraw_id, version))`,
  `create table redraw_notice (
     redraw_id uuid not null references redraw, department text not null, notified_at timestamptz not null,
     acknowledged_at timestamptz, acknowledged_by text, primary key (redraw_id, department))`,

  `create table unit_lineage (
     id uuid primary key,
     kind text not null check (kind in ('SPLIT', 'MERGE', 'SHIFT', 'RENAMED', 'RECODED', 'REPARENTED')),
     basis text not null check (basis in ('AREA', 'DECLARED')),
     from_id uuid not null references unit, to_id uuid not null references unit,
     weight double precision not null check (weight > 0 and weight <= 1),
     inverse_weight double precision not null check (inverse_weight > 0 and inverse_weight <= 1),
     effective_on date not null, redraw_id uuid references redraw, document text, run_id uuid references intake_run,
     subject text not null, role text not null, organisation_id uuid references organisation,
     recorded_from timestamptz not null, recorded_to timestamptz,
     constraint unit_lineage_self_check check (from_id <> to_id or kind in ('RENAMED', 'REPARENTED')),
     constraint unit_lineage_evidence_check check (redraw_id is not null or document is not null or run_id is not null))`,
  `create unique index unit_lineage_now on unit_lineage (from_id, to_id, kind, effective_on) where recorded_to is null`,
  `create index unit_lineage_by_from on unit_lineage (from_id)`,
  `create index unit_lineage_by_to on unit_lineage (to_id)`,

  `alter table unit_version alter column run_id drop not null, add column redraw_id uuid`,
  `alter table unit_version add constraint unit_version_redraw_id_fkey foreign key (redraw_id) references redraw`,
  `alter table unit_version add constraint unit_version_evidence_check check (run_id is not null or redraw_id is not null)`,

  // A published layer is immutable: nobody changes a filed redraw, its units or its steps, whatever program asks.
  `create function keep_filed_redraw() returns trigger language plpgsql as $$
     declare
       touched uuid := to_jsonb(old) ->> (case when tg_table_name = 'redraw' then 'id' else 'redraw_id' end);
     begin
       if exists (select from redraw where id = touched and state = 'FILED') then
         raise exception 'a filed redraw is never changed' using errcode = 'check_violation', constraint = 'filed_redraw', table = tg_table_name;
       end if;
       return case when tg_op = 'DELETE' then old else new end;
     end $$`,
  ...['redraw', 'redraw_unit', 'redraw_act'].map(
    (table) => `create trigger keep_filed before update or delete on ${table} for each row execute function keep_filed_redraw()`,
  ),
];

/** Creates lineage and the redrawing of layers. */
export class CreateLineage1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from unit_version where run_id is null');
    await runner.query('alter table unit_version drop column redraw_id, alter column run_id set not null');
    for (const table of ['unit_lineage', 'redraw_notice', 'redraw_act', 'redraw_unit', 'redraw']) await runner.query(`drop table ${table}`);
    await runner.query('drop function keep_filed_redraw');
  }
}
