import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps a filed redraw from gaining units or steps: it was safe from changes and deletions only. */
export class KeepFiledRedrawsWhole1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The step that files is itself written in the transaction that marks the redraw as filed, so steps are judged by that step.
    await runner.query(`create function keep_filed_redraw_whole() returns trigger language plpgsql as $$
      begin
        if (tg_table_name = 'redraw_unit' and exists (select from redraw where id = new.redraw_id and state = 'FILED'))
          or (tg_table_name = 'redraw_act' and exists (select from redraw_act where redraw_id = new.redraw_id and deed = 'FILE')) then
          raise exception 'a filed redraw is never changed' using errcode = 'check_violation', constraint = 'filed_redraw', table = tg_table_name;
        end if;
        return new;
      end $$`);
    for (const table of ['redraw_unit', 'redraw_act'])
      await runner.query(
        `create trigger keep_filed_whole before insert on ${table} for each row execute function keep_filed_redraw_whole()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['redraw_unit', 'redraw_act']) await runner.query(`drop trigger keep_filed_whole on ${table}`);
    await runner.query('drop function keep_filed_redraw_whole');
  }
}
