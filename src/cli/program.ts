import { Command } from 'commander';

import { asCityError } from '../kernel/city-error.js';
import { addAccessCommands } from './access/access-commands.js';
import { addAuditCommand } from './audit/audit-command.js';
import { addCrosswalkCommand } from './crosswalk/crosswalk-command.js';
import { addExportCommand } from './export.js';
import { addFrontScriptCommand } from './front-script.js';
import { addImportCommand } from './import-command.js';
import { type OnPlatform, onPlatform } from './on-platform.js';
import { printSchema } from './print-schema.js';
import { addQuarantineCommand } from './quarantine/quarantine-command.js';
import { serve } from './serve.js';
import { addTemplateCommand } from './template.js';

/** Exit codes: 0 done, 1 findings, 2 usage, 3 unavailable. */
const usage = 2;
const unavailable = 3;

/** Builds the command line: one verb a file. `on` is where the verbs about a loaded city work. */
export function createProgram(on: OnPlatform = onPlatform): Command {
  const program = new Command('allgrid')
    .description('全要素网格数据平台。The all-elements grid platform.')
    .showHelpAfterError()
    .exitOverride((exit) => {
      process.exitCode = exit.exitCode === 0 ? 0 : usage;
      throw exit;
    });
  program
    .command('serve')
    .description('启动平台；库空时先载入城市数据包。Serves a city; loads the city pack first where the index is empty.')
    .allowUnknownOption()
    .helpOption('-h, --help', '显示帮助。Shows this help; every variable of docker/.env.example has a flag, e.g. --port 4001.')
    .action(async (_options: unknown, command: Command) => ending(() => serve(command.args)));
  addImportCommand(program, { ending, on });
  addExportCommand(program, { ending, on });
  addTemplateCommand(program, { ending, on });
  addCrosswalkCommand(program, { ending, on });
  addQuarantineCommand(program, { ending, on });
  addAuditCommand(program, ending);
  addAccessCommands(program, { ending, on });
  addFrontScriptCommand(program, ending);
  program
    .command('schema')
    .description('打印 GraphQL SDL。Writes the SDL to schema/all-elements.graphql.')
    .option('--check', 'write nothing; exit with 1 when the committed file is stale', false)
    .action(async (wish: { readonly check: boolean }) => ending(() => printSchema(wish)));
  return program;
}

/** Runs a verb and turns what it throws into a sentence and an exit code. */
async function ending(verb: () => Promise<void>): Promise<void> {
  try {
    await verb();
  } catch (thrown) {
    const error = asCityError(thrown);
    const cause = error.code === 'INTERNAL' && error.cause instanceof Error ? `\n${error.cause.stack ?? error.cause.message}` : '';
    process.stderr.write(`${error.code}: ${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}${cause}\n`);
    // Never 1: that is what a verb says of itself when it came to its end and found something.
    process.exitCode = error.fault === 'caller' && error.code !== 'UNAVAILABLE' ? usage : unavailable;
  }
}
