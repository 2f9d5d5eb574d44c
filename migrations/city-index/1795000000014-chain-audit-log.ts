import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `alter table audit_entry add kind text not null default 'ACT', add department text, add office text, add purpose text, add rule text,
     add document text`,
  'alter table audit_entry alter kind drop default',
  `alter table audit_entry add constraint audit_entry_kind_check check (kind in ('ACT', 'READ', 'EXPORT', 'REFUSAL')),
     add constraint audit_entry_outcome_check check (outcome in ('DONE', 'REFUSED', 'FAILED'))`,
  'create index audit_entry_by_time on audit_entry (happened_at, id)',
  'create index audit_entry_by_subject on audit_entry (subject, id)',
  // The default operators of GIN: whoSaw asks for an id wherever it stands in what was done.
  'create index audit_entry_by_record on audit_entry using gin (what)',
  'create table audit_unchained (entry_id bigint primary key)',
  `create table audit_link (
     chain text not null, seq bigint not null, entry_id bigint not null, hash text not null,
     primary key (chain, seq), constraint audit_link_seq_check check (seq > 0))`,
  'create unique index audit_link_by_entry on audit_link (entry_id)',
  'create table audit_head (chain text primary key, seq bigint not null, hash text not null, file text not null)',
  `create table audit_tombstone (
     chain text primary key, seq bigint not null, hash text not null, dropped_at timestamptz not null, head_file text not null)`,
  // Whatever was written before there were chains is chained like the rest.
  'insert into audit_unchained select id from audit_entry',
  // Rows of a chain that has its tombstone may go: the tombstone keeps its last hash for ever.
  `create function keep_audit_log() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and tg_table_name = 'audit_link' then
       if exists (select from audit_tombstone where chain = old.chain) then return old; end if;
     elsif tg_op = 'DELETE' and tg_table_name = 'audit_entry' then
       if exists (select from audit_link join audit_tombstone using (chain) where entry_id = old.id) then return old; end if;
     end if;
     raise exception 'the audit log is never changed' using errcode = 'check_violation', constraint = 'audit_log', table = tg_table_name;
   end $$`,
  ...['audit_entry', 'audit_link', 'audit_tombstone'].flatMap((table) => [
    `create trigger keep_rows before update or delete on ${table} for each row execute function keep_audit_log()`,
    `create trigger keep_all before truncate on ${table} for each statement execute function keep_audit_log()`,
  ]),
];

const down = [
  'drop table audit_tombstone, audit_head, audit_link, audit_unchained',
  'drop trigger keep_rows on audit_entry',
  'drop trigger keep_all on audit_entry',
  'drop function keep_audit_log',
  'drop index audit_entry_by_time, audit_entry_by_subject, audit_entry_by_record',
  `alter table audit_entry drop kind, drop department, drop office, drop purpose, drop rule, drop document,
     drop constraint audit_entry_outcome_check`,
];

/** Makes the audit log one of chains: rows wait in a queue, links give them their place and hash, and nothing is changed afterwards. */
export class ChainAuditLog1795000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
