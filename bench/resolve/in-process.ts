import { performance } from 'node:perf_hooks';

import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config/read-config.js';
import { resolveIds } from '../../src/features/crosswalk/index.js';
import { silentLog } from '../../src/kernel/log.js';
import { stopAll } from '../../src/run.js';
import { median } from '../measure/median.js';
import { type AskedId, fourOffices } from './resolve-question.js';

const asked = 1_000;
const rounds = 60;

/** Milliseconds for 1,000 ids in the process that holds the model: the first of all, other ids each time, and the same ones again. */
export interface InProcess {
  readonly firstMs: number;
  readonly coldMs: number;
  readonly warmMs: number;
  /** Links answered by the last question. */
  readonly links: number;
  /** Milliseconds to read the model from the index, and to renew it when nothing has changed. */
  readonly readMs: number;
  readonly renewMs: number;
}

/** Resolves ids of the city in this process. */
export async function resolveInProcess(indexUrl: string, folder: string, ids: readonly AskedId[]): Promise<InProcess> {
  const config = { ...readConfig(), databaseUrl: indexUrl, dataDir: folder };
  const platform = await compose({ config, log: silentLog });
  try {
    const readMs = await timed(() => platform.models.refresh());
    const renewals: number[] = [];
    for (let round = 0; round < 5; round++) renewals.push(await timed(() => platform.models.refresh()));
    const model = platform.models.current();
    let links = 0;
    const time = (some: readonly AskedId[]): number => {
      const began = performance.now();
      const answers = resolveIds(model, some, { to: fourOffices });
      const took = performance.now() - began;
      links = answers.reduce((sum, answer) => sum + answer.links.length + answer.allElementsGrids.length, 0);
      return took;
    };
    const some = (round: number): readonly AskedId[] => Array.from({ length: asked }, (_, nth) => ids[(round * asked + nth) % ids.length]!);
    const cold = Array.from({ length: rounds }, (_, round) => time(some(round)));
    const warm = Array.from({ length: rounds }, () => time(some(0)));
    return { firstMs: cold[0]!, coldMs: median(cold.slice(10)), warmMs: median(warm), links, readMs, renewMs: median(renewals) };
  } finally {
    await stopAll(platform, []);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
