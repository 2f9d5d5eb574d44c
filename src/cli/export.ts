import { resolve } from 'node:path';

import { type Command, Option } from 'commander';

import { exportEncodings, exportFormats, type ExportOutcome, type ExportWish, headerChoices } from '../features/intake/index.js';
import { CityError } from '../kernel/city-error.js';
import { operator } from './access/operator.js';
import { Interrupted, interruptible } from './interruptible.js';
import type { OnPlatform } from './on-platform.js';
import { progressView } from './progress.js';
import { say, sayJson } from './say.js';
import { tableLines } from './table.js';

/** How an export is asked for. */
export interface ExportFlags extends Pick<ExportWish, 'office' | 'format' | 'headers' | 'out'> {
  readonly part: readonly string[];
  readonly encoding?: ExportWish['encoding'];
  readonly purpose?: string;
  readonly replace: boolean;
  readonly json: boolean;
}

/** As shells tell of a process that Ctrl-C ended. */
const interrupted = 130;

/** Adds the verb that writes what an office keeps as files. */
export function addExportCommand(
  program: Command,
  { ending, on }: { readonly ending: (verb: () => Promise<void>) => Promise<void>; readonly on: OnPlatform },
): void {
  program
    .command('export')
    .description(
      '导出一个部门自有的数据，可原样再导入；记入审计日志。Writes what an office keeps as files that import back; on the audit log.',
    )
    .requiredOption('--office <key>', '部门，如 urban-management。Key of the office, such as urban-management.')
    .option('--part <names...>', '只要这些部分，中英文名均可。Only these parts, by their Chinese or English names.', [])
    .addOption(
      new Option('--format <format>', '格式；边界一律为 GeoJSON。Boundaries are GeoJSON always.').choices(exportFormats).default('csv'),
    )
    .addOption(new Option('--encoding <encoding>', 'CSV 编码。Encoding of CSV files; UTF-8 when left out.').choices(exportEncodings))
    .addOption(new Option('--headers <names>', '表头与用词。Language of headers and words.').choices(headerChoices).default('zh'))
    .requiredOption('--out <path>', '文件夹，或以格式结尾的文件名。A folder, or a file that ends as the format does.')
    .option('--purpose <text>', '用途，记入审计日志。What it is for; goes onto the audit log.')
    .option('--replace', '覆盖同名文件。Let files of the same names give way.', false)
    .option('--json', 'JSON lines instead of a bar and a table', false)
    .addHelpText('after', notes)
    .action((flags: ExportFlags) => ending(() => exportVerb(flags, on)));
}

const notes = `
保密事项不导出，只报数；不得出部门的事项不导出，也不计数。
Sealed matters are left out and counted; matters that never leave their office are neither.

Examples:
  npx allgrid export --office urban-management --out 城管
  npx allgrid export --office housing --part 住宅小区 --format geojson --out estates.geojson
  npx allgrid export --office civil-affairs --format csv --encoding gb18030 --out 民政
`;

/** Writes the files and tells what is in them, and what is not. */
export async function exportVerb(flags: ExportFlags, on: OnPlatform): Promise<void> {
  const wish = wishOf(flags);
  const progress = progressView(flags.json);
  try {
    const outcome = await interruptible((signal) =>
      on(({ officeExport }) => officeExport.run(wish, { acting: operator(), report: progress.report, signal })),
    );
    progress.stop();
    if (flags.json) tellJson(outcome);
    else say(exportLines(outcome));
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) throw thrown;
    process.stderr.write('Stopped; no file was written.\n');
    process.exitCode = interrupted;
  } finally {
    progress.stop();
  }
}

function wishOf({ part: parts, encoding, purpose, replace: replaces, out, ...rest }: ExportFlags): ExportWish {
  if (encoding === undefined || rest.format === 'csv')
    return { ...rest, parts, encoding: encoding ?? 'utf-8', purpose: purpose ?? null, replaces, out: resolve(out) };
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `--encoding is for CSV files; ${rest.format} is always UTF-8.`,
    messageZh: `--encoding 仅用于 CSV；${rest.format} 一律为 UTF-8。`,
    hint: 'Leave --encoding out.',
  });
}

/** What was written, a line a part, and where. */
export function exportLines({ parts, files }: ExportOutcome): readonly string[] {
  if (files.length === 0) return ['Nothing is kept.'];
  const figures = ['rows', 'sealed', 'earlier', 'ended', 'unsayable'].map((heading) => ({ heading, isFigure: true }));
  const row = ({ name, rows, leftOut }: ExportOutcome['parts'][number]): readonly string[] => [
    name,
    ...[rows, leftOut.sealed, leftOut.earlier, leftOut.ended, leftOut.unsayable].map(String),
  ];
  return [...tableLines([{ heading: 'part' }, ...figures], parts.map(row)), '', ...files.map(({ path }) => path)];
}

function tellJson({ parts, files }: ExportOutcome): void {
  for (const part of parts) sayJson(part);
  for (const file of files) sayJson(file);
}
