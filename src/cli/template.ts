import { resolve } from 'node:path';

import { type Command, Option } from 'commander';

import { type HandedOut, handOutTemplate, templateFormats, type TemplateWish } from '../features/intake/index.js';
import { officeLayers } from './office/office-layers.js';
import type { OnPlatform } from './on-platform.js';
import { say, sayJson } from './say.js';
import { tableLines } from './table.js';

/** How a template is asked for. */
export interface TemplateFlags {
  readonly part: readonly string[];
  readonly format: TemplateWish['format'];
  readonly out: string;
  readonly pack?: string;
  readonly replace: boolean;
  readonly json: boolean;
}

/** Adds the verb that hands out the file layouts of an office. */
export function addTemplateCommand(
  program: Command,
  { ending, on }: { readonly ending: (verb: () => Promise<void>) => Promise<void>; readonly on: OnPlatform },
): void {
  program
    .command('template')
    .description('发放部门数据填报模板（中文表头）。Hands out the file layouts of an office, with Chinese headers, for its people to fill.')
    .argument('<office>', '部门，如 urban-management。Key of the office, such as urban-management.')
    .option('--part <names...>', '只要这些部分，中英文名均可。Only these parts, by their Chinese or English names.', [])
    .addOption(new Option('--format <format>', '格式。The format.').choices(templateFormats).default('xlsx'))
    .option('--out <path>', '文件夹，或以格式结尾的文件名。A folder, or a file that ends as the format does.', '.')
    .option('--pack <folder>', '按此城市数据包的图层，不连数据库。The layers of this city pack; no database is asked.')
    .option('--replace', '覆盖同名文件。Let files of the same names give way.', false)
    .option('--json', 'JSON lines instead of a table', false)
    .addHelpText(
      'after',
      '\nExamples:\n  npx allgrid template urban-management\n  npx allgrid template petition --part 事项 --format csv --out 模板\n',
    )
    .action((office: string, flags: TemplateFlags) => ending(() => templateVerb(office, flags, on)));
}

/** Writes the template and tells what is in it. */
export async function templateVerb(office: string, flags: TemplateFlags, on: OnPlatform): Promise<void> {
  const { department, layers, from } = await officeLayers(office, flags.pack, on);
  const { format, part: parts, replace: replaces } = flags;
  const made = await handOutTemplate({ department, layers, parts, format, out: resolve(flags.out), replaces });
  if (flags.json) tellJson(made, from);
  else tell(made, from);
}

function tell({ files, tables }: HandedOut, from: string): void {
  const rows = tables.map(({ name, columns }) => {
    const headersOf = (required: boolean): string =>
      columns.flatMap((column) => (column.required === required ? [column.headerZh] : [])).join(' ');
    return [name, headersOf(true), headersOf(false)];
  });
  say([...tableLines([{ heading: '表' }, { heading: '必填' }, { heading: '选填' }], rows), '']);
  say(files.map(({ path }) => path));
  process.stderr.write(`Layers of ${from}.\n`);
}

function tellJson({ files, tables }: HandedOut, from: string): void {
  for (const { name, columns } of tables) sayJson({ table: name, columns });
  for (const file of files) sayJson({ ...file, layersOf: from });
}
