import { CityError } from '../kernel/city-error.js';
import { type RecordedMigration, recordedMigrations } from './recorded-migrations.js';
import type { MigrationClass } from './schema-parts.js';
import type { TableGrant } from './table-grant.js';

/** What the script of one office's own database is written from. */
export interface FrontScriptParts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly migrations: readonly MigrationClass[];
  readonly grants: readonly TableGrant[];
  /** The schema that the tables stand in. */
  readonly schema: string;
  /** The account that the platform connects as. */
  readonly role: string;
  /** The account of the office's own system. */
  readonly systemRole: string;
  /** The digits of the newest migration that is installed; null prints the whole. */
  readonly from: string | null;
}

/**
 * Writes the SQL script by which the administrator of an office's own PostgreSQL installs its front database, or with `from` what lacks.
 * It may be run twice: what is installed stays. Throws `BAD_USER_INPUT` where `from` is no version, or a name none that the script can hold.
 */
export async function frontScript(parts: FrontScriptParts): Promise<string> {
  for (const name of [parts.schema, parts.role, parts.systemRole]) refuseOddName(name);
  const recorded = await recordedMigrations(parts.migrations);
  const lacking = parts.from === null ? recorded : after(recorded, parts.from);
  const sections = [
    heading(parts),
    'begin;',
    ...(parts.from === null ? [schemaPart(parts), rolesPart(parts)] : [searchPath(parts), installedPart(recorded, lacking)]),
    ...lacking.map(migrationPart),
    grantsPart(parts),
    'commit;',
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Names stand in comments, messages and dollar-quoted blocks too, where no quoting holds them; of more than 63 bytes PostgreSQL keeps the first. */
function refuseOddName(name: string): void {
  if (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && Buffer.byteLength(name) <= 63) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a name of letters, digits, "_", "-" and ".", 63 bytes at most, got ${JSON.stringify(name)}.`,
    messageZh: `名称应由字母、数字、“_”、“-”、“.”组成，不超过 63 字节，收到 ${JSON.stringify(name)}。`,
    hint: 'Give another --role, --system-role or --schema.',
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function after(recorded: readonly RecordedMigration[], from: string): readonly RecordedMigration[] {
  const place = recorded.findIndex(({ digits }) => digits === from);
  if (place !== -1) return recorded.slice(place + 1);
  const known = recorded.map(({ digits }) => digits).join(', ');
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `--from: expected an installed version (${known}), got ${from}.`,
    messageZh: `--from：应为已安装的版本（${known}），收到 ${from}。`,
    hint: 'The log of the platform, and the table "migrations" of that database, name it.',
  });
}

function heading({ nameZh, nameEn, schema, role, systemRole, from }: FrontScriptParts): string {
  const what = from === null ? ['安装', 'Installs'] : ['升级', 'Upgrades'];
  return [
    `-- ${what[0]}“${nameZh}”自有 PostgreSQL 上的前置库。${what[1]} the front database of ${nameEn} on its own PostgreSQL (15 or newer, UTF8).`,
    `-- 由数据库管理员在目标库中执行：psql -v ON_ERROR_STOP=1 -f 本脚本。Run it as an administrator, in the database meant for it.`,
    `-- 整个脚本为一个事务，可重复执行，已有内容不变。One transaction; it may be run again, what is installed stays.`,
    `--   模式 schema ${schema}；平台账号 the platform's account ${role}；本部门系统账号 the account of the office's own system ${systemRole}`,
  ].join('\n');
}

function schemaPart(parts: FrontScriptParts): string {
  return [
    '-- 一、模式与版本登记表。1. The schema, and the table that tells what is installed.',
    `create schema if not exists ${quoted(parts.schema)};`,
    `revoke create on schema ${quoted(parts.schema)} from public;`,
    searchPath(parts),
    'create table if not exists migrations (id serial primary key, "timestamp" bigint not null, name varchar not null);',
  ].join('\n');
}

const searchPath = ({ schema }: FrontScriptParts): string => `set local search_path to ${quoted(schema)};`;

function rolesPart({ role, systemRole, schema }: FrontScriptParts): string {
  return [
    '-- 二、账号，均无建表、建库、建角色之权；口令请另行设置：\\password。2. Accounts without any right to create; set their passwords yourself.',
    ...[role, systemRole].map((name) =>
      block([
        `if not exists (select from pg_roles where rolname = ${literal(name)}) then`,
        `  create role ${quoted(name)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;`,
        'end if;',
        `if exists (select from pg_roles where rolname = ${literal(name)} and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls)) then`,
        `  raise exception '账号 ${name} 权限过大。The account % may do more than it should.', ${literal(name)};`,
        'end if;',
        `execute format('grant connect on database %I to %I', current_database(), ${literal(name)});`,
        `execute format('alter role %I in database %I set search_path to %I', ${literal(name)}, current_database(), ${literal(schema)});`,
      ]),
    ),
  ].join('\n');
}

function installedPart(recorded: readonly RecordedMigration[], lacking: readonly RecordedMigration[]): string {
  const held = recorded.filter((one) => !lacking.includes(one)).map(({ name }) => literal(name));
  return [
    '-- 先核对已装版本。First: is that version installed?',
    block([
      `if (select count(distinct name) from migrations where name in (${held.join(', ')})) < ${held.length} then`,
      `  raise exception '已装版本早于本脚本的起点。An older version is installed than this script starts from.';`,
      'end if;',
    ]),
  ].join('\n');
}

function migrationPart({ name, digits, statements }: RecordedMigration): string {
  return [
    `-- 表结构 schema ${digits} ${name.slice(0, -digits.length)}`,
    block([
      `if exists (select from migrations where name = ${literal(name)}) then return; end if;`,
      ...statements.map((statement) => `execute $ddl$${statement}$ddl$;`),
      `insert into migrations ("timestamp", name) values (${digits}, ${literal(name)});`,
    ]),
  ].join('\n');
}

function grantsPart({ grants, role, systemRole, schema }: FrontScriptParts): string {
  const given = (table: string, rights: readonly string[], name: string): readonly string[] =>
    rights.length === 0 ? [] : [`grant ${rights.join(', ').toLowerCase()} on ${quoted(table)} to ${quoted(name)};`];
  return [
    '-- 最小权限：平台只读写所列各表；本部门系统只读自己的记录、确认回传。Least privilege: rows of these tables, and nothing else.',
    `grant usage on schema ${quoted(schema)} to ${quoted(role)}, ${quoted(systemRole)};`,
    ...given('migrations', ['select'], role),
    ...grants.flatMap(({ table, platform, system }) => [...given(table, platform, role), ...given(table, system, systemRole)]),
  ].join('\n');
}

function block(lines: readonly string[]): string {
  return ['do $allgrid$', 'begin', ...lines.map((line) => `  ${line}`), 'end', '$allgrid$;'].join('\n');
}
