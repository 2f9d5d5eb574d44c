import type { Command } from 'commander';

import type { OnPlatform } from '../on-platform.js';
import { type BuildFlags, buildVerb } from './build.js';
import { type ExplainFlags, explainVerb } from './explain.js';
import { type ReportFlags, reportVerb } from './report.js';
import { type ResolveFlags, resolveVerb } from './resolve.js';

const day = ['--at <date>', 'the day that is asked for, YYYY-MM-DD; today when left out'] as const;
const json = ['--json', 'JSON lines instead of tables', false] as const;

/** How verbs are run: where they work, and what turns that which one throws into an exit code. */
interface Running {
  readonly on: OnPlatform;
  readonly ending: (verb: () => Promise<void>) => Promise<void>;
}

/** Adds the verbs about links between layers; they end and complain as their program does. */
export function addCrosswalkCommand(program: Command, { on, ending }: Running): void {
  const command = program
    .command('crosswalk')
    .description('网格对照。Links between the grids of all offices: builds, reports, explains, resolves.');
  command
    .command('build')
    .description('计算关联。Computes what changed since the last computation and publishes it.')
    .option('--full', 'everything, whether it changed or not', false)
    .option(...json)
    .addHelpText('after', example('build --full'))
    .action((flags: BuildFlags) => ending(() => buildVerb(flags, on)));
  command
    .command('report')
    .description('网格的毛病；有则退出码 1。What is wrong with the grids; exit code 1 where something is.')
    .option('--between <layers>', 'layers to compare, by comma; all when left out', byComma)
    .option(...day)
    .option('--geojson <file>', 'writes the place of every finding to this file')
    .option(...json)
    .addHelpText('after', example('report --between city/all-elements,urban-management/unit --geojson gaps.geojson'))
    .action((flags: ReportFlags) => ending(() => reportVerb(flags, on)));
  command
    .command('explain')
    .description('两个网格何以关联。Why two units are linked, and where the weight comes from.')
    .argument('<a>', 'a unit as <layer>:<id>; city:<code> for an all-elements grid')
    .argument('<b>', 'the other unit')
    .option(...day)
    .option(...json)
    .addHelpText('after', example('explain political-legal/basic:360202001001001 city:360202001001001'))
    .action((a: string, b: string, flags: ExplainFlags) => ending(() => explainVerb([a, b], flags, on)));
  command
    .command('resolve')
    .description('编号在其他部门是什么；有未解析者退出码 1。What ids mean to the other offices; exit code 1 where one is not resolved.')
    .argument('<ids...>', 'ids as <layer>:<id> or <office>:<id>')
    .option('--to <offices>', 'offices by comma, such as urban-management,petition; all when left out', byComma)
    .option(...day)
    .option(...json)
    .addHelpText('after', example('resolve political-legal/basic:360202001001001 --to urban-management,petition'))
    .action((ids: readonly string[], flags: ResolveFlags) => ending(() => resolveVerb(ids, flags, on)));
}

function byComma(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '');
}

function example(verb: string): string {
  return `\nExample:\n  npx allgrid crosswalk ${verb}\n`;
}
