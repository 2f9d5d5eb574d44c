import type { DataSource } from 'typeorm';

import { CityError } from '../kernel/city-error.js';
import type { Sql } from '../kernel/sql.js';
import { migrationDigits } from './ordered-migrations.js';
import type { MigrationClass } from './schema-parts.js';
import { sqlOf } from './sql.js';

/** How the installed schema of a database compares with the one that the platform needs. */
export interface InstalledSchema {
  /** Names of needed migrations that are not installed, in order. */
  readonly lacking: readonly string[];
  /** Names of installed migrations that this platform does not know. */
  readonly unknown: readonly string[];
  /** Whether the platform's account may install what lacks. */
  readonly mayMigrate: boolean;
}

/** The digits of the newest needed migration before the first that lacks; `none` where nothing is installed. */
export function installedVersion(needed: readonly MigrationClass[], lacking: readonly string[]): string {
  const first = needed.findIndex(({ name }) => lacking.includes(name));
  const last = needed[(first === -1 ? needed.length : first) - 1];
  return last === undefined ? 'none' : migrationDigits(last);
}

/** Compares the schema that is installed with the needed migrations. */
export async function installedSchema(dataSource: DataSource, needed: readonly MigrationClass[]): Promise<InstalledSchema> {
  const sql = sqlOf(dataSource);
  const installed = new Set(await installedNames(sql));
  const names = needed.map(({ name }) => name);
  return {
    lacking: names.filter((name) => !installed.has(name)),
    unknown: [...installed].filter((name) => !names.includes(name)),
    mayMigrate: await mayMigrate(sql),
  };
}

/** Throws `UNAVAILABLE` where the database of an office is newer than the platform, or older and the platform may not change that. */
export function refuseOtherSchema(office: string, needed: readonly MigrationClass[], installed: InstalledSchema): void {
  const { lacking, unknown, mayMigrate: may } = installed;
  if (unknown.length > 0) throw newer(office, unknown);
  if (lacking.length > 0 && !may) throw behind(office, installedVersion(needed, lacking), lacking);
}

async function installedNames(sql: Sql): Promise<readonly string[]> {
  const [found] = await sql.query<{ exists: boolean }>(`select to_regclass('migrations') is not null as exists`);
  if (!found!.exists) return [];
  return (await sql.query<{ name: string }>('select name from migrations')).map(({ name }) => name);
}

/** What TypeORM would need: to create in the schema, and to write in its table of migrations where there is one. */
async function mayMigrate(sql: Sql): Promise<boolean> {
  const [answer] = await sql.query<{ may: boolean }>(
    `select coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
        and coalesce(has_table_privilege(to_regclass('migrations'), 'INSERT'), true) as may`,
  );
  return answer!.may;
}

function newer(office: string, unknown: readonly string[]): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected a database of ${office} as this platform knows it, found one that a newer platform has changed (${unknown.join(', ')}).`,
    messageZh: `${office} 的数据库已由更新版本的平台升级（${unknown.join('、')}）。`,
    hint: 'Start a platform of that version or newer. 请使用相同或更新版本的平台。',
    details: { reason: 'NEWER' },
  });
}

function behind(office: string, from: string, lacking: readonly string[]): CityError {
  const command = `allgrid front-script ${office}${from === 'none' ? '' : ` --from ${from}`}`;
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected the newest schema in the database of ${office}, but ${lacking.length} of its migrations are not installed and the platform's account may not install them.`,
    messageZh: `${office} 的数据库结构未升级（缺 ${lacking.length} 项），平台账号无权升级。`,
    hint: `Its administrator runs what this prints: npx ${command}. 请该库管理员执行该命令打印的脚本。`,
    details: { reason: 'BEHIND', lacking },
  });
}
