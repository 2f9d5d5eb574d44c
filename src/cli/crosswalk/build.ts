import type { Platform } from '../../compose.js';
import type { CrosswalkOptions } from '../../features/crosswalk/index.js';
import type { GridModel } from '../../features/grids/index.js';
import { vertexCount } from '../../geometry/rings.js';
import type { OnPlatform } from '../on-platform.js';
import { type ProgressView, progressView } from '../progress.js';
import { say, sayJson } from '../say.js';

/** How a build is asked for. */
export interface BuildFlags {
  readonly full: boolean;
  readonly json: boolean;
}

/** What a build went through and left behind. */
export interface BuildFigures {
  /** Whether anything was to be computed. */
  readonly computed: boolean;
  readonly milliseconds: number;
  readonly units: number;
  /** Vertices of the units that are drawn. */
  readonly vertices: number;
  /** Pairs of units that are linked, each once for each basis. */
  readonly pairs: number;
  /** Units whose boundary was repaired when it arrived. */
  readonly repairs: number;
}

/** A build that takes longer than this shows how far it is. */
const silentMs = 1000;

/** Computes the links that are owed, or all of them, and prints what was counted. */
export async function buildVerb({ full, json }: BuildFlags, on: OnPlatform): Promise<void> {
  await on(async (platform) => {
    platform.sequencer.start();
    const startedAt = performance.now();
    // A server beside this process would else publish what changed meanwhile, and be overwritten by what was computed before.
    const computed = await platform.intake.alone(() => compute(platform, full, json));
    const milliseconds = Math.round(performance.now() - startedAt);
    if (computed) await platform.models.refresh();
    const model = platform.models.current();
    const figures = { computed, milliseconds, ...sizeOf(model), pairs: model.links.size, repairs: await platform.intake.repairs() };
    if (json) sayJson(figures);
    else say(buildLines(figures));
  });
}

/** The figures of a build as people read them. */
export function buildLines({ computed, milliseconds, units, vertices, pairs, repairs }: BuildFigures): readonly string[] {
  const head = computed
    ? `Computed and published in ${(milliseconds / 1000).toFixed(1)} s.`
    : 'Nothing has changed since the last computation.';
  return [head, `${units} units, ${vertices} vertices, ${repairs} repaired boundaries, ${pairs} linked pairs.`];
}

async function compute({ crosswalk, models }: Platform, full: boolean, json: boolean): Promise<boolean> {
  const progress = lateProgress(json);
  const options = { onProgress: progress.report };
  try {
    if (!full) return await crosswalk.build.update(models.current(), { units: [], buildings: false, divisions: false }, options);
    await crosswalk.build.run(models.current(), options);
    return true;
  } finally {
    progress.stop();
  }
}

/** Shows progress once a second has gone by. */
function lateProgress(json: boolean): { readonly report: NonNullable<CrosswalkOptions['onProgress']>; stop(): void } {
  const startedAt = performance.now();
  let view: ProgressView | null = null;
  return {
    report: ({ done, total }) => {
      if (performance.now() - startedAt > silentMs) (view ??= progressView(json)).report({ stage: 'pairs of layers', done, total });
    },
    stop: () => view?.stop(),
  };
}

function sizeOf(model: GridModel): Pick<BuildFigures, 'units' | 'vertices'> {
  const vertices = model.units.reduce((total, { rings }) => total + (rings ? vertexCount(rings) : 0), 0);
  return { units: model.units.length, vertices };
}
