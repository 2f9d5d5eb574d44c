import type { Command } from 'commander';

import { frontContent } from '../composing/city-contents.js';
import { sixOffices } from '../composing/six-offices.js';
import { frontScript } from '../database/front-script.js';
import type { DepartmentDefinition } from '../departments/contract.js';
import { CityError } from '../kernel/city-error.js';

/** How a script is asked for. */
interface ScriptWish {
  readonly role: string;
  readonly systemRole?: string;
  readonly schema: string;
  readonly from?: string;
}

/** Adds the verb that prints what an office's administrator runs on the office's own PostgreSQL. */
export function addFrontScriptCommand(program: Command, ending: (verb: () => Promise<void>) => Promise<void>): void {
  program
    .command('front-script')
    .description('打印部门自有 PostgreSQL 的安装或升级脚本。Prints the SQL script that installs or upgrades an office’s own PostgreSQL.')
    .argument('<office>', 'key of the office, e.g. urban-management')
    .option('--role <name>', 'the account that the platform connects as', 'allgrid')
    .option('--system-role <name>', 'the account of the office’s own system; <office>_system when left out')
    .option('--schema <name>', 'the schema that the tables stand in', 'allgrid')
    .option('--from <version>', 'print only what lacks after this installed version')
    .action(async (office: string, wish: ScriptWish) => ending(() => printScript(officeNamed(office), wish)));
}

async function printScript(office: DepartmentDefinition, { role, systemRole, schema, from }: ScriptWish): Promise<void> {
  const { migrations, grants = [] } = frontContent(office);
  const script = await frontScript({
    nameZh: office.nameZh,
    nameEn: office.nameEn,
    migrations,
    grants,
    schema,
    role,
    systemRole: systemRole ?? `${office.key.replaceAll('-', '_')}_system`,
    from: from ?? null,
  });
  process.stdout.write(script);
}

function officeNamed(key: string): DepartmentDefinition {
  const office = sixOffices.find((one) => one.key === key);
  if (office) return office;
  const known = sixOffices.map((one) => one.key).join(', ');
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected one of the offices ${known}, got ${JSON.stringify(key)}.`,
    messageZh: `应为 ${known} 之一，收到 ${JSON.stringify(key)}。`,
  });
}
