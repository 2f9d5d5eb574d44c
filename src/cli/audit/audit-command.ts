import type { Command } from 'commander';

import { type AnchorFlags, anchorVerb } from './anchor.js';
import { type VerifyFlags, verifyVerb } from './verify.js';

const json = ['--json', 'JSON lines instead of sentences', false] as const;

/** Runs one verb and turns what it throws into an exit code. */
type Ending = (verb: () => Promise<void>) => Promise<void>;

/** Adds the verbs about the audit log; they end and complain as their program does. */
export function addAuditCommand(program: Command, ending: Ending): void {
  const command = program.command('audit').description('审计日志：校验、锚定。The audit log: checks it, anchors its heads.');
  command
    .command('verify')
    .description(
      '重算全部哈希链并与已导出的链头核对；有误则退出码 1。Recomputes every chain; exit code 1 where a line is not as it was written.',
    )
    .option('--heads <folder>', 'exported heads to hold it against; those of AUDIT_HEADS_DIR when left out')
    .option('--key <file>', 'public key of those heads, PEM; that of this platform when left out')
    .option(...json)
    .addHelpText('after', '\nExample:\n  npx allgrid audit verify --heads /mnt/usb/audit-heads\n')
    .action((flags: VerifyFlags) => ending(() => verifyVerb(flags)));
  command
    .command('anchor')
    .description('立即导出链头（签名文件）。Exports the heads of all chains now, as the platform does every hour.')
    .option('--key-file <file>', 'writes the public key to this file as well, for those who check elsewhere')
    .option(...json)
    .addHelpText('after', '\nExample:\n  npx allgrid audit anchor --key-file audit-heads.pub\n')
    .action((flags: AnchorFlags) => ending(() => anchorVerb(flags)));
}
