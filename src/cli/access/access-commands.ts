import type { Command } from 'commander';

import type { OnPlatform } from '../on-platform.js';
import { type CreateTokenFlags, createTokenVerb } from './create-token.js';
import { type CreateKeyFlags, createKeyVerb, type JsonFlag, listKeysVerb, revokeKeyVerb, rotateKeyVerb } from './key-verbs.js';
import { addOperationsCommand } from './operations-command.js';
import { tokenRolesVerb } from './token-roles.js';

const json = ['--json', 'JSON lines instead of text', false] as const;

/** How the verbs end, and where they work. */
interface Ways {
  readonly ending: (verb: () => Promise<void>) => Promise<void>;
  readonly on: OnPlatform;
}

/** Adds the verbs about demonstration tokens, keys of machines and pinned documents. */
export function addAccessCommands(program: Command, ways: Ways): void {
  addTokenCommand(program, ways);
  addKeyCommand(program, ways);
  addOperationsCommand(program, ways);
}

function addTokenCommand(program: Command, { ending, on }: Ways): void {
  const command = program.command('token').description('演示令牌与角色。Demonstration tokens, and what each role may.');
  actsAs(command.command('create'))
    .description('签发演示令牌（仅 AUTH=demo）。Prints a demonstration token; such tokens count under AUTH=demo only.')
    .option('--ttl <span>', 'how long it counts, such as 30d, 12h, 15m, 90s; 30d when left out')
    .option(...json)
    .addHelpText('after', example('token create --role department-handler --department petition'))
    .action((flags: CreateTokenFlags) => ending(() => createTokenVerb(flags, on)));
  command
    .command('roles')
    .description('各角色可见、可为。What each role may see and do.')
    .option(...json)
    .addHelpText('after', example('token roles'))
    .action((flags: JsonFlag) => ending(() => Promise.resolve(tokenRolesVerb(flags))));
}

function addKeyCommand(program: Command, { ending, on }: Ways): void {
  const command = program.command('key').description('机器的密钥。Keys of machines: makes, lists, rotates, revokes.');
  const ttl = ['--ttl <span>', 'how long it counts, such as 90d, 12h, or never', '365d'] as const;
  actsAs(command.command('create'))
    .description('制发密钥，只显示一次。Makes a key and prints it, once.')
    .option('--acts <acts>', 'what may be done with it at most, by comma; all that its role may when left out', byComma)
    .option('--networks <networks>', 'networks that it counts from, by comma, such as 10.1.0.0/16; any when left out', byComma)
    .option(...ttl)
    .option(...json)
    .addHelpText('after', example('key create --role department-system --department petition --acts REPORT --networks 10.1.0.0/16'))
    .action((flags: CreateKeyFlags) => ending(() => createKeyVerb(flags, on)));
  command
    .command('list')
    .description('列出密钥，不含密文。The keys that count; never their secrets.')
    .option('--all', 'expired and revoked ones too', false)
    .option(...json)
    .addHelpText('after', example('key list --all'))
    .action((flags: JsonFlag & { readonly all: boolean }) => ending(() => listKeysVerb(flags, on)));
  command
    .command('rotate')
    .description(
      '为同一机器制发第二把密钥；旧的仍有效，直至吊销。Makes a second key like this one; the old one goes on until it is revoked.',
    )
    .argument('<id>', 'id of the key, as key list shows it')
    .option(...ttl)
    .option(...json)
    .addHelpText('after', example('key rotate abcdefghijkm'))
    .action((id: string, flags: JsonFlag & { readonly ttl: string }) => ending(() => rotateKeyVerb(id, flags, on)));
  command
    .command('revoke')
    .description('吊销密钥；其长连接一秒内断开。Revokes a key; its sockets end within a second.')
    .argument('<id>', 'id of the key, as key list shows it')
    .option(...json)
    .addHelpText('after', example('key revoke abcdefghijkm'))
    .action((id: string, flags: JsonFlag) => ending(() => revokeKeyVerb(id, flags, on)));
}

function actsAs(command: Command): Command {
  return command
    .requiredOption('--role <role>', 'what its holder acts as; token roles lists them')
    .option('--department <office>', 'the office that it speaks for, such as petition; the city as a whole when left out')
    .option('--organisation <code>', 'code of the organisation that it handles matters for')
    .option('--divisions <codes>', 'divisions that it acts in, by comma; the whole city when left out', byComma)
    .option('--grids <codes>', 'all-elements grids that it is confined to, by comma', byComma)
    .option('--subject <name>', "a stable name, never a person's; made of role and office when left out");
}

function byComma(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '');
}

function example(verb: string): string {
  return `\nExample:\n  npx allgrid ${verb}\n`;
}
