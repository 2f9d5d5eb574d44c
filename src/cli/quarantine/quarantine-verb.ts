import type { Platform } from '../../compose.js';
import { terminalLanguage } from '../../config/terminal-language.js';
import type { DepartmentDefinition } from '../../departments/contract.js';
import { allHeldRows, anyRow } from '../../features/intake/index.js';
import { CityError } from '../../kernel/city-error.js';
import { operator } from '../access/operator.js';
import { officeNamed } from '../office/office-named.js';
import type { OnPlatform } from '../on-platform.js';
import { say, sayJson } from '../say.js';
import { CsvReport } from './csv-report.js';
import { quarantineWords } from './quarantine-words.js';
import { RowsByFile } from './rows-by-file.js';
import type { ToldPages } from './told-row.js';

/** How refused rows are asked for. */
export interface QuarantineFlags {
  readonly office?: string;
  readonly file?: string;
  readonly all: boolean;
  readonly atHome: boolean;
  readonly csv?: string;
  readonly replace: boolean;
  readonly json: boolean;
}

/** Prints refused rows by office and file, and sets exit code 1 where some of them are open. */
export async function quarantineVerb(flags: QuarantineFlags, on: OnPlatform): Promise<void> {
  const words = quarantineWords[terminalLanguage()];
  await on(async (platform) => {
    const office = flags.office === undefined ? null : officeNamed(flags.office, platform.offices);
    const pages = pagesOf(platform, office, flags);
    const nameOf = nameOfOffice(platform.offices, words.city);
    const csv = flags.csv === undefined ? null : await CsvReport.begin(flags.csv, { words, replaces: flags.replace });
    const found = new RowsByFile();
    let told = 0;
    try {
      for await (const page of pages) {
        const rows = page.filter(({ file }) => flags.file === undefined || file === flags.file);
        told += rows.length;
        for (const row of rows) found.add(row);
        if (flags.json) rows.forEach((row) => sayJson(row));
        await csv?.add(rows, nameOf);
      }
    } finally {
      await csv?.end();
    }
    if (found.open > 0) process.exitCode = 1;
    if (flags.json) return;
    if (flags.csv !== undefined) return say([words.written(flags.csv, told)]);
    say([...found.lines(words, nameOf), found.open === 0 ? words.none : words.open(found.open)]);
  });
}

function pagesOf(platform: Platform, office: DepartmentDefinition | null, { file, all, atHome }: QuarantineFlags): ToldPages {
  if (!atHome)
    return allHeldRows(platform.intake.quarantine, {
      ...anyRow,
      department: office?.code ?? null,
      file: file ?? null,
      open: all ? null : true,
    });
  if (office !== null) return rowsAtHome(platform, office, !all);
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected --office beside --at-home: each office keeps its own.',
    messageZh: '--at-home 须与 --office 同用：各部门自留各自的。',
  });
}

async function* rowsAtHome({ homeQuarantine }: Platform, { code }: DepartmentDefinition, open: boolean): ToldPages {
  for await (const rows of homeQuarantine.read(code, open, operator()))
    yield rows.map((row) => ({ ...row, department: code, value: null }));
}

function nameOfOffice(offices: readonly DepartmentDefinition[], city: string): (department: string | null) => string {
  return (department) => {
    const office = offices.find(({ code }) => code === department);
    return office === undefined ? (department ?? city) : `${office.nameZh} (${office.key})`;
  };
}
