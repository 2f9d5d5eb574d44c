import { resolve } from 'node:path';

import type { OfficeFileWish, OfficeImportOutcome } from '../features/intake/index.js';
import { refusalSentence } from '../features/intake/index.js';
import { interruptible } from './interruptible.js';
import type { OnPlatform } from './on-platform.js';
import { plainCell } from './plain-cell.js';
import { progressView } from './progress.js';
import { say, sayJson } from './say.js';
import { tableLines } from './table.js';

/** How files of one office are to be imported. */
export interface OfficeImportFlags extends OfficeFileWish {
  readonly office: string;
  readonly part?: string;
  readonly wholeLayer: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const unavailable = 3;
const longestSentence = 600;

/**
 * Brings files of one office into its front database and the index; a server that runs takes up what changed. Sets exit code 1 where rows
 * were quarantined or a file failed, and 3 where it was stopped before the end.
 */
export async function importOffice(files: readonly string[], flags: OfficeImportFlags, on: OnPlatform): Promise<void> {
  const progress = progressView(flags.json);
  const wish = {
    department: flags.office,
    files: files.map((file) => resolve(file)),
    ...(flags.part === undefined ? {} : { part: flags.part }),
    declared: declaredBy(flags),
    isWholeLayer: flags.wholeLayer,
    isTrial: flags.dryRun,
    onProgress: progress.report,
  };
  try {
    const outcome = await interruptible((stop) =>
      on((platform) => {
        platform.sequencer.start();
        return platform.intake.officeImport.importFiles({ ...wish, stop });
      }),
    );
    progress.stop();
    if (flags.json) sayJson(outcome);
    else say(importLines(outcome, flags));
    if (outcome.files.some(({ quarantined, failure }) => quarantined > 0 || failure !== null)) process.exitCode = 1;
    // Never 1: it did not come to its end.
    if (outcome.isStopped) process.exitCode = unavailable;
  } finally {
    progress.stop();
  }
}

/** What the flags declare of the files. */
function declaredBy({ sheet, encoding, datum }: OfficeFileWish): OfficeFileWish {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(datum === undefined ? {} : { datum }),
  };
}

/** What an import of files did: a line a file, what was odd, the first refused rows and what to do next. */
export function importLines(
  { files, changed, isStopped }: OfficeImportOutcome,
  { office, dryRun }: Pick<OfficeImportFlags, 'office' | 'dryRun'>,
): readonly string[] {
  const figures = ['read', 'accepted', 'quarantined', 'older', 'changed'].map((heading) => ({ heading, isFigure: true }));
  const rows = files.map((file) => [
    plainCell(file.file),
    ...[file.read, file.accepted, file.quarantined, file.older, file.changed].map(String),
    file.failure !== null ? 'failed' : file.unchanged ? 'unchanged' : 'done',
  ]);
  return [
    ...tableLines([{ heading: 'file' }, ...figures, { heading: 'state' }], rows),
    ...files.flatMap((file) => linesOf(file, office)),
    isStopped
      ? 'Stopped before the end. Run the same command again: it goes on from there.'
      : dryRun
        ? 'Dry run: nothing was written.'
        : `${changed} records changed in the city index.`,
  ];
}

function linesOf(
  { file, failure, findings, refused, quarantined }: OfficeImportOutcome['files'][number],
  office: string,
): readonly string[] {
  const more = quarantined - refused.length;
  return [
    ...(failure === null ? [] : [`FAILED ${sentence(failure)}`]),
    ...findings.map(({ kind, message }) => `${kind} ${sentence(message)}`),
    ...refused.map((row) => `REFUSED ${sentence(refusalSentence(row))}`),
    ...(more > 0 ? [`… ${more} more of ${plainCell(file)}: npx allgrid quarantine --office ${office}`] : []),
  ];
}

const sentence = (text: string): string => plainCell(text, longestSentence);
