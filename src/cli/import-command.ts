import { type Command, Option } from 'commander';

import { datums, encodings } from '../features/intake/index.js';
import { CityError } from '../kernel/city-error.js';
import { importOffice, type OfficeImportFlags } from './import-office.js';
import { importPack } from './import-pack.js';
import type { OnPlatform } from './on-platform.js';

type ImportFlags = Omit<OfficeImportFlags, 'office'> & { readonly office?: string };

/** Adds the verb that loads a city pack, or files of one office. */
export function addImportCommand(
  program: Command,
  { ending, on }: { readonly ending: (verb: () => Promise<void>) => Promise<void>; readonly on: OnPlatform },
): void {
  program
    .command('import')
    .description('载入城市数据包，或一个部门的文件。Loads a city pack, or files of one office (--office).')
    .argument('<paths...>', '含 manifest.json 的文件夹；用 --office 时为文件。A folder with manifest.json; files with --office.')
    .option('--office <key>', '部门，如 urban-management。Key of the office whose files these are.')
    .option('--part <name>', '文件内容（文件名未说明时），如 事项。What each file holds where its name does not tell, such as matters.')
    .option('--whole-layer', '图层文件列出全部网格，未列出的即停用。The file of a layer lists all of its units: others end today.', false)
    .option('--dry-run', '只检查，不写入。Judges all rows and writes nothing.', false)
    .addOption(new Option('--encoding <name>', '文件编码（无法自行判断时）。Encoding, where the bytes do not tell it.').choices(encodings))
    .addOption(new Option('--datum <name>', '坐标系（非 CGCS2000 时）。Datum, where it is not CGCS2000.').choices(datums))
    .option('--sheet <name>', '只要此工作表。Only this sheet of a workbook.')
    .option('--json', 'JSON lines instead of a bar and a table', false)
    .addHelpText('after', notes)
    .action((paths: readonly string[], flags: ImportFlags) => ending(() => importVerb(paths, flags, on)));
}

const notes = `
文件名说明内容：事项-20261122.csv、楼栋.xlsx、网格图层名.geojson；边界文件与其图层的表一同导入。
The name of a file, or of a sheet, tells what it holds. Ctrl-C stops after the rows under way; the same command again goes on.
Exit codes: 0 done, 1 rows were quarantined or a file failed, 2 usage, 3 unavailable or stopped.

Examples:
  npx allgrid import data/jingdezhen
  npx allgrid import --office urban-management 事项-20261122.csv 部件.xlsx
  npx allgrid import --office civil-affairs --dry-run 岗位.csv
`;

async function importVerb(paths: readonly string[], { office, ...flags }: ImportFlags, on: OnPlatform): Promise<void> {
  if (office !== undefined) return importOffice(paths, { ...flags, office }, on);
  if (paths.length === 1) return importPack(paths[0]!, flags);
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected one city pack, got ${paths.length} paths.`,
    messageZh: `应为一个城市数据包，收到 ${paths.length} 个路径。`,
    hint: 'Name the office whose files these are: --office <key>.',
  });
}
