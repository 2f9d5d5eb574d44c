import type { Command } from 'commander';

import type { OnPlatform } from '../on-platform.js';
import { type QuarantineFlags, quarantineVerb } from './quarantine-verb.js';

/** Adds the verb about refused rows. */
export function addQuarantineCommand(
  program: Command,
  { ending, on }: { readonly ending: (verb: () => Promise<void>) => Promise<void>; readonly on: OnPlatform },
): void {
  program
    .command('quarantine')
    .description('列出尚未消除的隔离行；有则退出码 1。Lists refused rows that are open; exit code 1 where there are some.')
    .option('--office <key>', '只要此部门的。Only this office’s.')
    .option('--file <name>', '只要此文件的。Only this file’s.')
    .option('--all', '连已消除的一并列出。Cleared rows as well.', false)
    .option(
      '--at-home',
      '部门自留、不出前置库的隔离行，须指明部门；查阅留痕。Those that stay in the front database of --office; audited.',
      false,
    )
    .option('--csv <file>', '写成表格软件可打开的 CSV。Writes a CSV report that spreadsheets open.')
    .option('--replace', '覆盖同名 CSV。Lets a CSV file of the same name give way.', false)
    .option('--json', 'JSON lines instead of tables', false)
    .addHelpText(
      'after',
      '\nExamples:\n  npx allgrid quarantine --office urban-management --csv refused.csv\n  npx allgrid quarantine --office petition --at-home\n',
    )
    .action((flags: QuarantineFlags) => ending(() => quarantineVerb(flags, on)));
}
