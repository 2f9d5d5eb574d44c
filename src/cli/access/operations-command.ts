import type { Command } from 'commander';

import type { OnPlatform } from '../on-platform.js';
import { addOperationsVerb, listOperationsVerb, type OperationsFlags, removeOperationVerb, type WhoseFlags } from './operations-verbs.js';

const json = ['--json', 'JSON lines instead of text', false] as const;

/** How the verbs end, and where they work. */
interface Ways {
  readonly ending: (verb: () => Promise<void>) => Promise<void>;
  readonly on: OnPlatform;
}

/** Adds the verbs about documents that are asked for by id. */
export function addOperationsCommand(program: Command, { ending, on }: Ways): void {
  const command = program
    .command('operations')
    .description('登记的查询文档，凭编号（documentId）使用。Documents that are asked for by documentId: adds, lists, removes.');
  command
    .command('add')
    .description('登记查询文档，每个文件一个操作。Pins documents, one operation a file; all of them or none.')
    .argument('<files...>', 'files of GraphQL, such as my-query.graphql')
    .option('--subject <name>', 'whose they are, which binds it to kept documents; everybody who may ask nothing else when left out')
    .option(...json)
    .addHelpText('after', example('operations add my-query.graphql --subject department-system-petition'))
    .action((files: readonly string[], flags: OperationsFlags) => ending(() => addOperationsVerb(files, flags, on)));
  command
    .command('list')
    .description('列出登记的查询文档。The pinned documents; those of the house are in schema/operations.')
    .option('--subject <name>', 'only those of one subject')
    .option(...json)
    .addHelpText('after', example('operations list'))
    .action((flags: OperationsFlags) => ending(() => listOperationsVerb(flags, on)));
  command
    .command('remove')
    .description('注销查询文档；主体名下再无文档时，恢复其角色的权限。Removes a document; with its last one a subject is bound no longer.')
    .argument('<id>', 'id of the document, as operations list shows it')
    .option('--subject <name>', 'whose it is, where more than one have pinned the text')
    .option('--everybody', "remove everybody's, where more than one have pinned the text", false)
    .option(...json)
    .addHelpText('after', example(`operations remove sha256:${'0'.repeat(64)}`))
    .action((id: string, flags: WhoseFlags) => ending(() => removeOperationVerb(id, flags, on)));
}

function example(verb: string): string {
  return `\nExample:\n  npx allgrid ${verb}\n`;
}
