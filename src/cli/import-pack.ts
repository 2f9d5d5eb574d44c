import { resolve } from 'node:path';

import { compose } from '../compose.js';
import { readConfig } from '../config/read-config.js';
import { type ImportOutcome, openPack } from '../features/intake/index.js';
import { stopAll } from '../run.js';
import { pinoLog } from './pino-log.js';
import { progressView } from './progress.js';

/** How an import is asked for. */
export interface ImportWish {
  readonly json: boolean;
}

/** Brings a city pack into the databases that the environment names; a server that runs takes up what changed. Sets exit code 1 where rows were quarantined or an office failed. */
export async function importPack(folder: string, wish: ImportWish): Promise<void> {
  const config = readConfig();
  // A mistyped folder is told before a database is started for it.
  await openPack(resolve(folder));
  const platform = await compose({ config, log: pinoLog(config.logLevel) });
  const progress = progressView(wish.json);
  try {
    platform.sequencer.start();
    await platform.models.refresh();
    const outcome = await platform.intake.cityImport.importPack(resolve(folder), { onProgress: progress.report });
    progress.stop();
    tell(outcome, wish);
  } finally {
    progress.stop();
    await stopAll(platform, []);
  }
}

function tell(outcome: ImportOutcome, { json }: ImportWish): void {
  const findings = outcome.runs.some((run) => run.quarantined > 0 || run.failure !== null);
  if (findings) process.exitCode = 1;
  if (json) {
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    return;
  }
  for (const run of outcome.runs) {
    const name = (run.department ?? 'city').padEnd(18);
    process.stdout.write(
      `${name} read ${run.read}  accepted ${run.accepted}  quarantined ${run.quarantined}  repaired ${run.repaired}  findings ${run.findings.length}${run.failure === null ? '' : `  FAILED: ${run.failure}`}\n`,
    );
    for (const { kind, layerKey, message } of run.findings) process.stdout.write(`  ${kind} ${layerKey}: ${message}\n`);
  }
  process.stdout.write(`${outcome.changed} records changed.\n`);
}
