import { Presets, SingleBar } from 'cli-progress';

import type { Report } from '../features/intake/index.js';

/** Shows how far something is; `stop` leaves the screen tidy. */
export interface ProgressView {
  readonly report: Report;
  stop(): void;
}

/** A progress bar on a terminal, JSON lines where they are asked for, a line a stage elsewhere. */
export function progressView(asJson: boolean): ProgressView {
  if (asJson) return { report: (progress) => process.stdout.write(`${JSON.stringify(progress)}\n`), stop: () => undefined };
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): ProgressView {
  const view = new SingleBar(
    { format: '{bar} {percentage}% {stage}', stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let stage = '';
  return {
    report: (progress) => {
      if (progress.stage !== stage) view.start(progress.total ?? 0, 0, { stage: progress.stage });
      stage = progress.stage;
      view.setTotal(progress.total ?? progress.done);
      // Where nobody knows how many there are, the figure tells how far it is.
      view.update(progress.done, { stage: progress.total === null ? `${stage}: ${progress.done} rows` : stage });
    },
    stop: () => {
      view.stop();
    },
  };
}

function lines(): ProgressView {
  let stage = '';
  return {
    report: (progress) => {
      if (progress.stage === stage) return;
      stage = progress.stage;
      process.stderr.write(`  ${stage}\n`);
    },
    stop: () => undefined,
  };
}
